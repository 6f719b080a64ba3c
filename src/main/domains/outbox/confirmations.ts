import { RECEIPT_HORIZON_MS } from '#shared/protocol/limits.ts';
import { bytesOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';

export interface KeptReceipt {
  receiptId: string;
  /** Base64. */
  signature: string;
}

/** Receipts that the centre has not said it holds too, oldest first. */
export function unconfirmedReceipts(database: ReadableDatabase, limit: number): KeptReceipt[] {
  return database
    .all(
      `SELECT id, signature FROM receipt WHERE confirmed_at_ms IS NULL AND lost_at_ms IS NULL ORDER BY received_at_ms LIMIT ?`,
      limit,
    )
    .map((row) => ({
      receiptId: textOf(row, 'id'),
      signature: Buffer.from(bytesOf(row, 'signature')).toString('base64'),
    }));
}

/** Call inside a transaction. What was asked and is not held there stands for nothing any more: its ops and scans are offered again. */
export function noteConfirmed(
  database: WritableDatabase,
  asked: readonly KeptReceipt[],
  held: ReadonlySet<string>,
  atMs: number,
): void {
  for (const { receiptId } of asked)
    if (held.has(receiptId))
      database.run('UPDATE receipt SET confirmed_at_ms = ? WHERE id = ?', atMs, receiptId);
    else database.run('UPDATE receipt SET lost_at_ms = ? WHERE id = ?', atMs, receiptId);
}

/** The centre was restored from a backup: it is asked about all of them again. */
export function forgetConfirmations(database: WritableDatabase): void {
  database.run('UPDATE receipt SET confirmed_at_ms = NULL, lost_at_ms = NULL');
}

/**
 * SQL for a receipt id of the outer query: whether its receipt was confirmed long enough ago that no backup of the centre is older. `nowMs`
 * is a number of the program, never typed.
 */
export function isConfirmedLongAgo(receiptId: string, nowMs: number): string {
  const latest = Math.trunc(nowMs - RECEIPT_HORIZON_MS);
  return `EXISTS (SELECT 1 FROM receipt c WHERE c.id = ${receiptId} AND c.confirmed_at_ms <= ${latest})`;
}
