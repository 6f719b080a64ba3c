import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Database, Sql } from '../postgres/database.ts';

/**
 * The epoch changes whenever the database is older than what this machine has already seen of it, that is when it was
 * restored from a backup: stations then offer again what was acknowledged after that backup.
 */
export interface ServerEpoch {
  epoch: string;
  /** Remembers, outside the database, how far it went. Without fsync: a lost note only hides a smaller rollback. */
  remember(serverSeq: number): void;
}

const noteSchema = z.object({ epoch: z.uuid(), highestServerSeq: z.number().int().nonnegative() });
type Note = z.infer<typeof noteSchema>;

/**
 * `training`: the kind of centre, where it is told. Throws when the database was made for the other kind: training and real
 * never mix.
 */
export async function openEpoch(
  database: Database,
  folder: string,
  training: boolean | undefined,
): Promise<ServerEpoch> {
  const file = join(folder, 'highest-seen.json');
  const seen = readNote(file);
  const epoch = await database.transaction(async (sql) => {
    await sql.rows('LOCK TABLE server_epoch IN EXCLUSIVE MODE');
    const [current] = await sql.rows(
      'SELECT epoch, training FROM server_epoch ORDER BY ordinal DESC LIMIT 1',
    );
    if (!current) return addEpoch(sql, training ?? null, 'first start');
    const kind = typeof current['training'] === 'boolean' ? current['training'] : null;
    if (kind !== null && training !== undefined && kind !== training)
      throw new Error('training centre and real centre cannot share a database');
    if (training !== undefined)
      await sql.rows('UPDATE server_epoch SET training = $1 WHERE training IS NULL', [training]);
    const restored = seen !== undefined && (await isBehind(sql, seen));
    return restored ? addEpoch(sql, training ?? kind, 'older than what was seen') : String(current['epoch']);
  });
  let highest = seen?.epoch === epoch ? seen.highestServerSeq : 0;
  return {
    epoch,
    remember(serverSeq) {
      if (serverSeq <= highest) return;
      highest = serverSeq;
      // A command that imports batches beside the centre keeps the same note.
      const temporary = `${file}.${process.pid}.tmp`;
      writeFileSync(temporary, JSON.stringify({ epoch, highestServerSeq: highest } satisfies Note));
      renameSync(temporary, file);
    },
  };
}

async function isBehind(sql: Sql, seen: Note): Promise<boolean> {
  const [row] = await sql.rows(
    `SELECT EXISTS (SELECT 1 FROM server_epoch WHERE epoch = $1) AS known,
            (SELECT coalesce(max(server_seq), 0) FROM op) AS highest`,
    [seen.epoch],
  );
  return row?.['known'] !== true || Number(row['highest']) < seen.highestServerSeq;
}

async function addEpoch(sql: Sql, training: boolean | null, reason: string): Promise<string> {
  const epoch = randomUUID();
  await sql.rows('INSERT INTO server_epoch (epoch, training, reason) VALUES ($1, $2, $3)', [
    epoch,
    training,
    reason,
  ]);
  // Restored into a younger cluster, rows would bear transactions that have not happened yet, and nobody would be shown them.
  await sql.rows(
    'UPDATE change SET tx = pg_current_xact_id() WHERE tx >= pg_snapshot_xmax(pg_current_snapshot())',
  );
  return epoch;
}

function readNote(file: string): Note | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return noteSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
