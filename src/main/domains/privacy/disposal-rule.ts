import type { ReadableDatabase } from '#main/database/types.ts';
import { isConfirmedLongAgo } from '#main/domains/outbox/index.ts';
import { getStation } from '#main/domains/station/index.ts';
import { PERSONAL_TABLES } from './personal-tables.ts';

/** A litigation keeps a file whatever its age. */
export const IS_HELD = 'r.hold_reason IS NOT NULL';

/** Encrypted files of a registration. */
export const FILES_OF_REGISTRATION = PERSONAL_TABLES.flatMap(({ table, column, fileColumns }) =>
  fileColumns.map(
    (file) => `SELECT ${file} AS file_id FROM ${table} WHERE ${column} = r.id AND ${file} IS NOT NULL`,
  ),
).join(' UNION ');

/**
 * Something of the file is not known to be received by the centre: an op without its acknowledgement, refused ones included unless a
 * person has dismissed them, or a scan. Only asked of an enrolled station: one that sends nothing has nobody to wait for.
 */
export function isUnsent(database: ReadableDatabase): string {
  return awaits(
    database,
    `o.state NOT IN ('acknowledged', 'replaced') AND o.dismissed_at_ms IS NULL`,
    `b.state <> 'acknowledged'`,
  );
}

/**
 * All was received, and for something of it the centre has not confirmed the receipt in a second exchange, or so recently that a backup of
 * it may be older: it could still lose what this station alone would then hold.
 */
export function isUnconfirmed(database: ReadableDatabase, nowMs: number): string {
  return `(NOT ${isUnsent(database)} AND ${awaits(
    database,
    `o.state = 'acknowledged' AND NOT ${isConfirmedLongAgo('o.batch_id', nowMs)}`,
    `NOT ${isConfirmedLongAgo('b.receipt_id', nowMs)}`,
  )})`;
}

function awaits(database: ReadableDatabase, op: string, blob: string): string {
  if (!getStation(database).enrolled) return '0';
  return `(EXISTS (SELECT 1 FROM outbox_op o WHERE o.record_id = r.id AND ${op})
    OR EXISTS (SELECT 1 FROM outbox_blob b JOIN stored_file f ON f.sha256 = b.sha256
      WHERE ${blob} AND f.id IN (${FILES_OF_REGISTRATION})))`;
}

/** What a purge may destroy, of `registration r`: due, not held, received and confirmed. The first value is the last session that is due. */
export function isDisposable(database: ReadableDatabase, nowMs: number): string {
  return `r.exam_year <= ? AND NOT (${IS_HELD}) AND NOT ${isUnsent(database)} AND NOT ${isUnconfirmed(database, nowMs)}`;
}
