import { GuichetError } from '#shared/errors.ts';
import { numberOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row, WritableDatabase } from '#main/database/types.ts';

export function keptMonths(database: ReadableDatabase): number {
  return numberOf(database.get('SELECT keep_months FROM audit_setting WHERE id = 1') ?? {}, 'keep_months');
}

export function keepMonths(database: WritableDatabase, months: number): void {
  database.run('UPDATE audit_setting SET keep_months = ? WHERE id = 1', months);
}

/**
 * Deletes the blocks whose last entry is older than what is kept, oldest first and whole; their digests stay. A disk
 * without room for it leaves them for the next time.
 */
export function purgeOldBlocks(database: WritableDatabase, nowMs: number): void {
  const limit = new Date(nowMs);
  limit.setUTCMonth(limit.getUTCMonth() - keptMonths(database));
  const due = database.all(
    `SELECT id, first_id, last_id FROM audit_block WHERE purged_at_ms IS NULL
       AND id < (SELECT coalesce(min(id), ${Number.MAX_SAFE_INTEGER}) FROM audit_block WHERE last_at_ms >= ?) ORDER BY id`,
    limit.getTime(),
  );
  try {
    for (const row of due) purgeBlock(database, row, nowMs);
  } catch (error) {
    if (!(error instanceof GuichetError) || error.code !== 'disk-full') throw error;
  }
}

function purgeBlock(database: WritableDatabase, row: Row, nowMs: number): void {
  database.transaction(() => {
    database.run('UPDATE audit_block SET purged_at_ms = ? WHERE id = ?', nowMs, numberOf(row, 'id'));
    database.run(
      'DELETE FROM audit_entry WHERE id BETWEEN ? AND ?',
      numberOf(row, 'first_id'),
      numberOf(row, 'last_id'),
    );
  });
}
