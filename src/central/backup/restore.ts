import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { atMost } from '../at-most.ts';
import type { Database, Sql } from '../postgres/database.ts';
import { migrate } from '../postgres/migrate.ts';
import { endLine, headerLine, partLine, type BackupEnd, type BackupHeader } from './backup-file.ts';

/** Why a restore did not begin; nothing was changed. */
export class RestoreRefused extends Error {}

/** Whether the file of that hash is in the store of scans, whole. */
type HasBlob = (sha256: string) => Promise<boolean>;

/** Files that are read while others wait for the disk, or for the object store. */
const LOOKED_AT_ONCE = 8;

export interface Restored {
  rows: BackupEnd['rows'];
  epoch: string;
  /** Scans of the backup's list that the store no longer has: stations will be asked for them again. */
  blobsMissing: number;
}

/**
 * Rebuilds an empty base from a backup, in one transaction, and gives it a new epoch: stations then offer again all that was
 * acknowledged since. The whole file is checked before the first row is written. Throws RestoreRefused.
 */
export async function restore(database: Database, file: string, hasBlob: HasBlob): Promise<Restored> {
  const header = await checkWhole(file);
  const [used] = await database.rows(`SELECT to_regclass('public.migration') AS found`);
  if (used?.['found'] !== null)
    throw new RestoreRefused('La base n’est pas vide ; une sauvegarde se restaure dans une base neuve.');
  await migrate(database, header.migrations);
  const rows: BackupEnd['rows'] = {};
  const { epoch, blobsMissing } = await database.transaction(async (sql) => {
    for await (const line of linesOf(file)) {
      const part = partLine.safeParse(JSON.parse(line));
      if (!part.success) continue;
      const { table } = part.data;
      rows[table] = (rows[table] ?? 0) + part.data.rows.length;
      await sql.rows(
        `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::${table}, $1)`,
        [JSON.stringify(part.data.rows)],
      );
    }
    await setCounters(sql);
    // Transactions of the old cluster say nothing here; stations read all changes again under the new epoch.
    if (rows['change']) await sql.rows('UPDATE change SET tx = pg_current_xact_id()');
    return { blobsMissing: await forgetMissingBlobs(sql, hasBlob), epoch: await newEpoch(sql) };
  });
  await migrate(database);
  return { rows, epoch, blobsMissing };
}

async function checkWhole(file: string): Promise<BackupHeader> {
  const damaged = new RestoreRefused('La sauvegarde est incomplète ou abîmée ; rien n’a été restauré.');
  const hash = createHash('sha256');
  let header: BackupHeader | undefined;
  let end: BackupEnd | undefined;
  try {
    for await (const line of linesOf(file)) {
      if (end) throw damaged;
      const value: unknown = JSON.parse(line);
      header ??= headerLine.parse(value);
      end = endLine.safeParse(value).data;
      if (!end) hash.update(`${line}\n`);
    }
  } catch {
    throw damaged;
  }
  if (!header || end?.sha256 !== hash.digest('hex')) throw damaged;
  return header;
}

function linesOf(file: string): AsyncIterable<string> {
  const source = createReadStream(file);
  const content = createGunzip();
  source.on('error', (error) => content.destroy(error));
  return createInterface({ input: source.pipe(content), crlfDelay: Infinity });
}

/** Identity columns and the sequence of blocks go on after what was restored: nothing is given twice. */
async function setCounters(sql: Sql): Promise<void> {
  const counters = await sql.rows(
    `SELECT c.relname AS name, a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     JOIN pg_namespace n ON n.oid = c.relnamespace WHERE a.attidentity <> '' AND n.nspname = 'public'`,
  );
  for (const counter of counters) {
    const [table, column] = [String(counter['name']), String(counter['column'])];
    await sql.rows(
      `SELECT setval(pg_get_serial_sequence('${table}', '${column}'), greatest((SELECT max(${column}) FROM ${table}), 1))`,
    );
  }
  await sql.rows(
    `SELECT setval('granted_block', greatest((SELECT max(block::int) FROM station_block WHERE block < '5000'), 1))`,
  );
}

async function forgetMissingBlobs(sql: Sql, hasBlob: HasBlob): Promise<number> {
  const missing: string[] = [];
  const looking = atMost(LOOKED_AT_ONCE);
  for (const row of await sql.rows('SELECT sha256 FROM blob')) {
    const sha256 = String(row['sha256']);
    await looking.begin(async () => void ((await hasBlob(sha256)) || missing.push(sha256)));
  }
  await looking.settle();
  await sql.rows('DELETE FROM blob WHERE sha256 = ANY($1::text[])', [missing]);
  return missing.length;
}

async function newEpoch(sql: Sql): Promise<string> {
  const epoch = randomUUID();
  await sql.rows(
    `INSERT INTO server_epoch (epoch, training, reason)
     VALUES ($1, (SELECT training FROM server_epoch ORDER BY ordinal DESC LIMIT 1), 'restored from a backup')`,
    [epoch],
  );
  return epoch;
}
