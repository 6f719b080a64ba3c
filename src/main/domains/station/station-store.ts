import { createPublicKey, generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import type { Agent, Station } from '#shared/contract/station.ts';
import { bytesOf, numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import { insertAgent } from './clerk-store.ts';

/** Blocks a station may take by itself before the centre grants one (docs/adr/0004). */
const PROVISIONAL_BLOCKS = { first: 5000, last: 9999 };

export interface NewStation {
  name: string;
  office: string;
  academyCode: string;
  training: boolean;
  agent: Omit<Agent, 'id'>;
}

/** Writes the station's row, its keys and its first clerk, in one transaction. */
export function insertStation(database: WritableDatabase, station: NewStation, nowMs: number): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  const block = String(randomInt(PROVISIONAL_BLOCKS.first, PROVISIONAL_BLOCKS.last + 1));
  database.transaction(() => {
    database.run(
      `INSERT INTO station (id, station_id, name, office, academy_code, training, block, last_op_hash, signing_key, signing_public_key, sheet_key, created_at_ms)
       VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      crypto.randomUUID(),
      station.name,
      station.office,
      station.academyCode,
      station.training ? 1 : 0,
      block,
      '0'.repeat(64),
      privateKey.export({ format: 'der', type: 'pkcs8' }),
      createPublicKey(privateKey).export({ format: 'der', type: 'spki' }),
      randomBytes(32),
      nowMs,
    );
    insertAgent(database, station.agent, nowMs);
  });
}

export function getStation(database: ReadableDatabase): Station {
  const row = database.get('SELECT * FROM station WHERE id = 1') ?? {};
  return {
    stationId: textOf(row, 'station_id'),
    name: textOf(row, 'name'),
    office: textOf(row, 'office'),
    academyCode: textOf(row, 'academy_code'),
    training: numberOf(row, 'training') === 1,
    block: textOf(row, 'block'),
    enrolled: database.get('SELECT 1 FROM central_server WHERE id = 1') !== undefined,
  };
}

/** Of a file that leaves the program: a table bears no banner, and its name alone says that nothing in it counts. */
export function savedName(database: ReadableDatabase, name: string): string {
  return getStation(database).training ? `base-ecole-${name}` : name;
}

/** What the office says its printer can do: a sheet printed in black tells so to whoever reads it back. */
export function setPrintsInColour(database: WritableDatabase, printsInColour: boolean): void {
  database.run('UPDATE station SET prints_in_colour = ?', printsInColour ? 1 : 0);
}

/** The key of this station's sheet codes, and what its printer can do. */
export function sheetFactsOf(database: ReadableDatabase): { sheetKey: Uint8Array; printsInColour: boolean } {
  const row = database.get('SELECT sheet_key, prints_in_colour FROM station WHERE id = 1') ?? {};
  return { sheetKey: bytesOf(row, 'sheet_key'), printsInColour: numberOf(row, 'prints_in_colour') === 1 };
}
