import { z } from 'zod';
import { PRINTER_TROUBLES, printStateSchema, type Print } from '#shared/contract/printing.ts';
import { GuichetError } from '#shared/errors.ts';
import { jsonOf, numberOf, textOf, textOrNullOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row, WritableDatabase } from '#main/database/types.ts';
import type { SpoolJob, SpoolState } from '#main/ports/printer.ts';

/** A clerk looks for what she printed this week; after that the log of acts tells it. */
const SHOWN_MS = 7 * 24 * 3_600_000;
const MOST_SHOWN = 200;

const UNFINISHED = "state IN ('sending', 'waiting', 'printing', 'blocked')";

export interface StoredPrint extends Print {
  fileId: string | null;
  registrationId: string | null;
  job: string | null;
}

export interface NewPrint {
  id: string;
  title: string;
  fileId: string | null;
  registrationId: string | null;
  sentAtMs: number;
  sentBy: string;
}

export function insertPrint(database: WritableDatabase, print: NewPrint): void {
  database.run(
    `INSERT INTO print (id, registration_id, file_id, title, state, sent_at_ms, sent_by) VALUES (?, ?, ?, ?, 'sending', ?, ?)`,
    ...[print.id, print.registrationId, print.fileId, print.title, print.sentAtMs, print.sentBy],
  );
}

export function setSpoolJob(database: WritableDatabase, id: string, { job, printer }: SpoolJob): void {
  database.run("UPDATE print SET job = ?, printer = ?, state = 'waiting' WHERE id = ?", job, printer, id);
}

export function setPrintState(database: WritableDatabase, id: string, told: SpoolState): void {
  const { state, troubles, words } = told;
  database.run(
    'UPDATE print SET state = ?, troubles = ?, words = ? WHERE id = ?',
    ...[state, JSON.stringify(troubles), words, id],
  );
}

export function dismissPrint(database: WritableDatabase, id: string): void {
  database.run('UPDATE print SET is_dismissed = 1 WHERE id = ?', id);
}

/** Throws `unknown-print`. */
export function getPrint(database: ReadableDatabase, id: string): StoredPrint {
  const row = database.get(`${SELECT} WHERE p.id = ?`, id);
  if (!row) throw new GuichetError('unknown-print');
  return storedPrint(row);
}

export function unfinishedPrints(database: ReadableDatabase): StoredPrint[] {
  return database.all(`${SELECT} WHERE ${UNFINISHED} ORDER BY p.id`).map(storedPrint);
}

export function recentPrints(database: ReadableDatabase, nowMs: number): StoredPrint[] {
  return database
    .all(
      `${SELECT} WHERE p.is_dismissed = 0 AND (${UNFINISHED} OR p.sent_at_ms > ?) ORDER BY (${UNFINISHED}) DESC, p.id DESC LIMIT ?`,
      ...[nowMs - SHOWN_MS, MOST_SHOWN],
    )
    .map(storedPrint);
}

/** Those nobody is shown any more. */
export function forgetOldPrints(database: WritableDatabase, nowMs: number): void {
  database.run(`DELETE FROM print WHERE NOT (${UNFINISHED}) AND sent_at_ms <= ?`, nowMs - SHOWN_MS);
}

/** The program stopped between the order and the spooler's answer: whether it was printed, only paper tells. */
export function giveUpSending(database: WritableDatabase): void {
  database.run("UPDATE print SET state = 'unknown' WHERE state = 'sending'");
}

const SELECT = `SELECT p.*, r.registration_number, f.id AS kept_file_id
  FROM print p LEFT JOIN registration r ON r.id = p.registration_id LEFT JOIN stored_file f ON f.id = p.file_id`;

function storedPrint(row: Row): StoredPrint {
  return {
    id: textOf(row, 'id'),
    title: textOf(row, 'title'),
    registrationNumber: textOrNullOf(row, 'registration_number'),
    printer: textOrNullOf(row, 'printer'),
    state: printStateSchema.parse(textOf(row, 'state')),
    troubles: jsonOf(row, 'troubles', z.array(z.enum(PRINTER_TROUBLES))),
    words: textOf(row, 'words'),
    isKept: textOrNullOf(row, 'kept_file_id') !== null,
    sentAtMs: numberOf(row, 'sent_at_ms'),
    sentBy: textOf(row, 'sent_by'),
    fileId: textOrNullOf(row, 'kept_file_id'),
    registrationId: textOrNullOf(row, 'registration_id'),
    job: textOrNullOf(row, 'job'),
  };
}
