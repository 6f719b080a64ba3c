import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Database, Sql } from '../postgres/database.ts';
import type { BackupEnd, BackupHeader } from './backup-file.ts';
import { tablesInOrder } from './table-order.ts';

const ROWS_AT_ONCE = 1000;

/**
 * Writes the whole base as it was at one instant, while the centre goes on. Under another name until it is whole and synced.
 * Scans are files apart, named by their hash, and never change once they are in the base's list of them (`blob`), their manifest. Holds
 * the centre's private key: for whoever keeps the backups only. Returns how many rows of each table.
 */
export async function backUp(database: Database, file: string, nowMs: number): Promise<BackupEnd['rows']> {
  const counts: BackupEnd['rows'] = {};
  await database.transaction(async (sql) => {
    await sql.rows('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const temporary = `${file}.part`;
    const lines = Readable.from(withEnd(allLines(sql, nowMs, counts), counts));
    await pipeline(lines, createGzip(), createWriteStream(temporary, { mode: 0o600, flush: true }));
    await rename(temporary, file);
    const folder = await open(dirname(file), 'r');
    await folder.sync().finally(() => folder.close());
  });
  return counts;
}

async function* allLines(sql: Sql, takenMs: number, counts: BackupEnd['rows']): AsyncGenerator<string> {
  const migrations = await sql.rows('SELECT number FROM migration ORDER BY number');
  const [epoch] = await sql.rows('SELECT epoch FROM server_epoch ORDER BY ordinal DESC LIMIT 1');
  const header: BackupHeader = {
    format: 'guichet-central-backup-1',
    migrations: migrations.map((row) => Number(row['number'])),
    takenMs,
    epoch: String(epoch?.['epoch']),
  };
  yield JSON.stringify(header);
  for (const table of await tablesInOrder(sql)) {
    counts[table] = 0;
    await sql.rows(`DECLARE backup_rows NO SCROLL CURSOR FOR SELECT to_json(t) AS row FROM ${table} t`);
    for (;;) {
      const rows = await sql.rows(`FETCH ${ROWS_AT_ONCE} FROM backup_rows`);
      if (rows.length === 0) break;
      counts[table] += rows.length;
      yield JSON.stringify({ table, rows: rows.map((row) => row['row']) });
    }
    await sql.rows('CLOSE backup_rows');
  }
}

async function* withEnd(lines: AsyncIterable<string>, counts: BackupEnd['rows']): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const line of lines) {
    hash.update(`${line}\n`);
    yield `${line}\n`;
  }
  yield `${JSON.stringify({ end: true, rows: counts, sha256: hash.digest('hex') } satisfies BackupEnd)}\n`;
}
