import { z } from 'zod';
import { arrivalSchema, judgementSchema, type RecordedReturn } from '#shared/contract/mail.ts';
import { GuichetError } from '#shared/errors.ts';
import { numberOf, textOf, textOrNullOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase, Row, WritableDatabase } from '#main/database/types.ts';

/** A return as it is kept; whether it is superseded follows from the versions made since. */
export type StoredReturn = Omit<RecordedReturn, 'superseded'>;

const storedSchema = z.object({ ...arrivalSchema.shape, ...judgementSchema.shape });

const SELECT = `SELECT *, ${opened('confirmation_return')} FROM confirmation_return`;

/** Newest first. */
export function returnsOf(database: ReadableDatabase, registrationId: string): StoredReturn[] {
  return database
    .all(`${SELECT} WHERE registration_id = ? ORDER BY recorded_at_ms DESC, id DESC`, registrationId)
    .map(toReturn);
}

export function insertReturn(
  database: WritableDatabase,
  registrationId: string,
  stored: StoredReturn,
  pageId: string | null,
): void {
  database.run(
    `INSERT INTO confirmation_return (id, registration_id, version, modality, postmarked_on, received_on, signed, dated, verdict, ground,
       deadline, unforeseen_modality, page_id, admitted_reason, agent, recorded_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, sealed(?, ?), ?, ?)`,
    stored.id,
    registrationId,
    stored.version,
    stored.modality,
    stored.postmarkedOn ?? null,
    stored.receivedOn,
    Number(stored.signed),
    Number(stored.dated),
    stored.verdict,
    stored.ground,
    stored.deadline,
    Number(stored.unforeseenModality),
    pageId,
    stored.admittedReason,
    stored.id,
    stored.agent,
    stored.recordedAtMs,
  );
}

export function admitReturn(database: WritableDatabase, id: string, reason: string): void {
  database.run('UPDATE confirmation_return SET admitted_reason = sealed(?, id) WHERE id = ?', reason, id);
}

/** The returns that make a file "returned": of its last version, signed and dated (S0-13, S4-22). Newest first. */
export function signedReturns(
  database: ReadableDatabase,
  registrationId: string,
  version: number,
): StoredReturn[] {
  return returnsOf(database, registrationId).filter(
    (one) => one.version === version && one.signed && one.dated,
  );
}

/** What was recorded from a scanned page; undefined when nothing was. */
export function findReturnOfPage(
  database: ReadableDatabase,
  pageId: string,
  version: number,
): StoredReturn | undefined {
  const row = database.get(
    `${SELECT} WHERE page_id = ? AND version = ? ORDER BY recorded_at_ms DESC, id DESC`,
    pageId,
    version,
  );
  return row && toReturn(row);
}

function toReturn(row: Row): StoredReturn {
  const judged = storedSchema.safeParse({
    modality: row['modality'],
    postmarkedOn: row['postmarked_on'] ?? undefined,
    receivedOn: row['received_on'],
    verdict: row['verdict'],
    ground: row['ground'],
    deadline: row['deadline'],
  });
  if (!judged.success) throw new GuichetError('database-damaged', { cause: judged.error });
  return {
    ...judged.data,
    id: textOf(row, 'id'),
    version: numberOf(row, 'version'),
    signed: numberOf(row, 'signed') === 1,
    dated: numberOf(row, 'dated') === 1,
    unforeseenModality: numberOf(row, 'unforeseen_modality') === 1,
    admittedReason: textOrNullOf(row, 'admitted_reason'),
    agent: textOf(row, 'agent'),
    recordedAtMs: numberOf(row, 'recorded_at_ms'),
    hasScan: row['page_id'] !== null,
  };
}
