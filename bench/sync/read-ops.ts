import { generateKeyPairSync, sign } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase } from '#main/database/open-database.ts';
import { benchFolders, databaseKey } from '../register/bench-station.ts';

/** The canonical texts of the last registrations of a station. */
export async function readOps(folder: string, count: number): Promise<string[]> {
  const folders = benchFolders(folder);
  const database = openDatabase(join(folders.data, 'guichet.db'), await databaseKey(folders));
  const rows = database.all(
    `SELECT unsealed(canonical, op_id) AS canonical FROM outbox_op JOIN outbox_text USING (op_id) WHERE kind = 'create' ORDER BY station_seq DESC LIMIT ?`,
    count,
  );
  database.close();
  return rows.map((row) => String(row['canonical']));
}

/** Signing happens when a change is saved, long before it is sent: its time is measured apart and added to that of sending. */
export function signingSeconds(texts: readonly string[]): number {
  const { privateKey } = generateKeyPairSync('ed25519');
  const startedAtMs = performance.now();
  for (const text of texts) sign(null, Buffer.from(text), privateKey);
  return (performance.now() - startedAtMs) / 1000;
}
