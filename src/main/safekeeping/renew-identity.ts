import { createPublicKey, generateKeyPairSync, randomInt } from 'node:crypto';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { WritableDatabase } from '#main/database/types.ts';

/** Blocks a station may take by itself before the centre grants one (docs/adr/0004). */
const PROVISIONAL_BLOCKS = { first: 5000, last: 9999 };
/** Numbers stepped over where the last one given is unknown: more than a counter gives between two copies. */
const STEP = 10_000;
const FAR = 1_000_000_000;

/**
 * For a base that came from a copy, so that no number and no place of a chain is given twice. A station that no centre knows steps its
 * counters on. One that was enrolled becomes another to the centre: new key, new chain, another block, to be enrolled again; what it
 * had signed before moves below zero in the outbox and is still sent under the former key, and the centre gives back what it received.
 */
export function renewIdentity(database: WritableDatabase, nowMs: number): 'kept' | 'renewed' {
  return database.transaction(() => {
    const server = database.get('SELECT key_id FROM central_server WHERE id = 1');
    if (!server) {
      database.run(
        `UPDATE station SET next_registration = (next_registration / ${STEP} + 2) * ${STEP}, next_candidate = (next_candidate / ${STEP} + 2) * ${STEP}
         WHERE id = 1`,
      );
      return 'kept';
    }
    const shift = lowerFormerOps(database);
    database.run(
      `INSERT INTO former_chain (station_id, block, signing_key, signing_public_key, server_key_id, first_place, last_place, replaced_at_ms)
       SELECT station_id, block, signing_key, signing_public_key, ?, ?, ?, ? FROM station WHERE id = 1`,
      textOf(server, 'key_id'),
      1 - shift,
      -1,
      nowMs,
    );
    becomeAnother(database);
    return 'renewed';
  });
}

/** Their order stays, and each place is free again. */
function lowerFormerOps(database: WritableDatabase): number {
  const row = database.get('SELECT next_station_seq FROM station WHERE id = 1') ?? {};
  const shift = numberOf(row, 'next_station_seq');
  // Twice, because a place may be taken by the one that has not moved yet.
  for (const by of [FAR, shift - FAR]) {
    database.run('UPDATE outbox_op SET station_seq = station_seq - ?', by);
    database.run('UPDATE batch_op SET station_seq = station_seq - ?', by);
  }
  database.run(
    'UPDATE former_chain SET first_place = first_place - ?, last_place = last_place - ?',
    shift,
    shift,
  );
  return shift;
}

function becomeAnother(database: WritableDatabase): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { block } = database.get('SELECT block FROM station WHERE id = 1') ?? {};
  database.run(
    `UPDATE station SET station_id = ?, block = ?, next_registration = 1, next_candidate = 1, next_station_seq = 1, last_op_hash = ?,
       signing_key = ?, signing_public_key = ? WHERE id = 1`,
    crypto.randomUUID(),
    anotherBlock(String(block)),
    '0'.repeat(64),
    privateKey.export({ format: 'der', type: 'pkcs8' }),
    createPublicKey(privateKey).export({ format: 'der', type: 'spki' }),
  );
  database.run('DELETE FROM central_server');
}

function anotherBlock(block: string): string {
  for (;;) {
    const drawn = String(randomInt(PROVISIONAL_BLOCKS.first, PROVISIONAL_BLOCKS.last + 1));
    if (drawn !== block) return drawn;
  }
}
