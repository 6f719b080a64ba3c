import { pageReadingSchema, type PageReading } from '#shared/contract/page-reading.ts';
import {
  imageFactsSchema,
  returnedPageSchema,
  type ImageFacts,
  type ReturnedPage,
} from '#shared/contract/returns.ts';
import { GuichetError } from '#shared/errors.ts';
import { jsonOf, numberOf, numberOrNullOf, textOf, textOrNullOf } from '#main/database/columns.ts';
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

const SELECT = 'SELECT p.*, f.sha256 FROM returned_page p JOIN stored_file f ON f.id = p.source_file_id';

export function insertPage(database: WritableDatabase, page: NewPage): void {
  database.run(
    `INSERT INTO returned_page (id, stack_id, rank, reading, registration_id, version, sheet_page, source_file_id, image_file_id, image_facts, decision, read_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?)`,
    page.id,
    page.stackId,
    rankOf(page.reading),
    JSON.stringify(page.reading),
    page.registrationId,
    page.reading.version ?? null,
    page.reading.sheetPage ?? null,
    page.sourceFileId,
    page.imageFileId,
    page.imageFacts && JSON.stringify(page.imageFacts),
    page.readAtMs,
  );
}

/** Pages waiting for a person, worst first; then the decided ones, newest first. */
export function listPages(database: ReadableDatabase, stackId?: string): ReturnedPage[] {
  const order = `ORDER BY p.decision <> 'pending', p.rank, p.read_at_ms DESC, p.id LIMIT 1000`;
  const rows = stackId
    ? database.all(`${SELECT} WHERE p.stack_id = ? ${order}`, stackId)
    : database.all(`${SELECT} ${order}`);
  return rows.map(toReturnedPage);
}

/** Throws `unknown-page`. */
export function getPage(database: ReadableDatabase, id: string): StoredPage {
  const row = database.get(`${SELECT} WHERE p.id = ?`, id);
  if (!row) throw new GuichetError('unknown-page');
  return {
    page: toReturnedPage(row),
    registrationId: textOrNullOf(row, 'registration_id'),
    version: numberOrNullOf(row, 'version'),
    sourceFileId: textOf(row, 'source_file_id'),
    imageFileId: textOrNullOf(row, 'image_file_id'),
    imageFacts: row['image_facts'] === null ? null : jsonOf(row, 'image_facts', imageFactsSchema),
  };
}

/** Whether this page of this version already came back in an earlier stack and was not refused. */
export function hasEarlierReturn(
  database: ReadableDatabase,
  registrationId: string,
  version: number,
  sheetPage: number,
  stackId: string,
): boolean {
  return (
    database.get(
      `SELECT 1 FROM returned_page WHERE registration_id = ? AND version = ? AND sheet_page = ? AND stack_id <> ? AND decision <> 'refused'`,
      registrationId,
      version,
      sheetPage,
      stackId,
    ) !== undefined
  );
}

export function decidePage(
  database: WritableDatabase,
  id: string,
  decision: { decision: 'accepted' | 'refused'; reason: string | null; by: string; atMs: number },
): void {
  database.run(
    'UPDATE returned_page SET decision = ?, decision_reason = ?, decided_by = ?, decided_at_ms = ? WHERE id = ?',
    decision.decision,
    decision.reason,
    decision.by,
    decision.atMs,
    id,
  );
}

/** Lower comes first: what the reader could not place, then its doubts, then red ink, then plain signed pages. */
function rankOf(reading: PageReading): number {
  if (reading.status !== 'matched') return 0;
  if (reading.needsReview) return 1;
  if (reading.marks.some((mark) => mark.ink === 'red')) return 2;
  return reading.marks.length > 0 ? 3 : 4;
}

function toReturnedPage(row: Row): ReturnedPage {
  return {
    id: textOf(row, 'id'),
    stackId: textOf(row, 'stack_id'),
    reading: jsonOf(row, 'reading', pageReadingSchema),
    decision: returnedPageSchema.shape.decision.parse(row['decision']),
    decisionReason: textOrNullOf(row, 'decision_reason'),
    decidedBy: textOrNullOf(row, 'decided_by'),
    sourceSha256: textOf(row, 'sha256'),
    readAtMs: numberOf(row, 'read_at_ms'),
  };
}
