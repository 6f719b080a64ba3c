import { pageReadingSchema, type PageReading } from '#shared/contract/page-reading.ts';
import {
  imageFactsSchema,
  returnedPageSchema,
  type ImageFacts,
  type ReturnedPage,
} from '#shared/contract/returned-pages.ts';
import { GuichetError } from '#shared/errors.ts';
import { jsonOf, numberOf, numberOrNullOf, textOf, textOrNullOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase, Row, WritableDatabase } from '#main/database/types.ts';

export interface StoredPage {
  page: ReturnedPage;
  registrationId: string | null;
  version: number | null;
  sourceFileId: string;
  imageFileId: string | null;
  imageFacts: ImageFacts | null;
}

export interface NewPage {
  id: string;
  stackId: string;
  reading: PageReading;
  registrationId: string | null;
  sourceFileId: string;
  imageFileId: string | null;
  imageFacts: ImageFacts | null;
  readAtMs: number;
}

export function insertPage(database: WritableDatabase, page: NewPage): void {
  const { reading } = page;
  const columns = {
    id: page.id,
    stack_id: page.stackId,
    rank: rankOf(reading),
    registration_id: page.registrationId,
    version: reading.version ?? null,
    sheet_page: reading.sheetPage ?? null,
    source_file_id: page.sourceFileId,
    image_file_id: page.imageFileId,
    image_facts: page.imageFacts && JSON.stringify(page.imageFacts),
    decision: 'pending',
    read_at_ms: page.readAtMs,
    ...queueColumns(reading),
  };
  const names = Object.keys(columns);
  database.run(
    `INSERT INTO returned_page (${names.join(', ')}, reading) VALUES (${names.map(() => '?').join(', ')}, sealed(?, ?))`,
    ...Object.values(columns),
    JSON.stringify(reading),
    page.id,
  );
}

/** What a queue and its counts show of a reading, so that they need not parse it. */
function queueColumns(reading: PageReading) {
  return {
    file: reading.file,
    file_page: reading.page,
    status: reading.status,
    registration_number: reading.registrationNumber ?? null,
    sheet_pages: reading.sheetPages ?? null,
    signature: reading.signature?.state ?? null,
    dated: reading.date?.state ?? null,
    needs_review: Number(reading.needsReview),
    mark_count: reading.marks.length,
    red_marks: reading.marks.filter(({ ink }) => ink === 'red').length,
    unattached_marks: reading.marks.filter(({ fields }) => fields.length === 0).length,
  };
}

/** Lower comes first: what the reader could not place, its doubts and what was not signed, red ink, then plain signed pages. */
function rankOf({ status, needsReview, signature, date, marks }: PageReading): number {
  if (status !== 'matched') return 0;
  const lacks = [signature, date].some((box) => box !== undefined && box.state !== 'present');
  if (needsReview || lacks) return 1;
  if (marks.some((mark) => mark.ink === 'red')) return 2;
  return marks.length > 0 ? 3 : 4;
}

/** Throws `unknown-page`. */
export function getPage(database: ReadableDatabase, id: string): StoredPage {
  const row = database.get(
    `SELECT p.*, ${opened('returned_page', 'p')}, f.sha256 FROM returned_page p
     JOIN stored_file f ON f.id = p.source_file_id WHERE p.id = ?`,
    id,
  );
  if (!row) throw new GuichetError('unknown-page');
  return {
    page: {
      ...pageFactsOf(row),
      reading: jsonOf(row, 'reading', pageReadingSchema),
      sourceSha256: textOf(row, 'sha256'),
    },
    registrationId: textOrNullOf(row, 'registration_id'),
    version: numberOrNullOf(row, 'version'),
    sourceFileId: textOf(row, 'source_file_id'),
    imageFileId: textOrNullOf(row, 'image_file_id'),
    imageFacts: row['image_facts'] === null ? null : jsonOf(row, 'image_facts', imageFactsSchema),
  };
}

/** What is said of a page in a queue and alone. */
export function pageFactsOf(row: Row): Omit<ReturnedPage, 'reading' | 'sourceSha256'> {
  return {
    id: textOf(row, 'id'),
    stackId: textOf(row, 'stack_id'),
    decision: returnedPageSchema.shape.decision.parse(row['decision']),
    decisionReason: textOrNullOf(row, 'decision_reason'),
    decidedBy: textOrNullOf(row, 'decided_by'),
    question: textOrNullOf(row, 'question'),
    askedBy: textOrNullOf(row, 'asked_by'),
    answer: textOrNullOf(row, 'answer'),
    madeVersion: numberOrNullOf(row, 'made_version'),
    readAtMs: numberOf(row, 'read_at_ms'),
  };
}

interface Decision {
  decision: 'accepted' | 'refused';
  reason: string | null;
  by: string;
  atMs: number;
  /** The second person's, for a page that was handed over. */
  answer: string | null;
  madeVersion: number | null;
}

export function decidePage(database: WritableDatabase, id: string, made: Decision): void {
  database.run(
    `UPDATE returned_page SET decision = ?, decision_reason = sealed(?, id), decided_by = ?, decided_at_ms = ?, answer = sealed(?, id),
       made_version = ?
     WHERE id = ?`,
    made.decision,
    made.reason,
    made.by,
    made.atMs,
    made.answer,
    made.madeVersion,
    id,
  );
}

export function askSecondPerson(
  database: WritableDatabase,
  id: string,
  asked: { question: string; by: string; atMs: number },
): void {
  database.run(
    `UPDATE returned_page SET decision = 'asked', question = sealed(?, id), asked_by = ?, asked_at_ms = ? WHERE id = ?`,
    asked.question,
    asked.by,
    asked.atMs,
    id,
  );
}
