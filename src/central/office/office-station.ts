import { createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { z } from 'zod';
import type { Op } from '#shared/protocol/op.ts';
import { canonicalText, sha256Hex } from '../canonical.ts';
import type { AuthenticOp } from '../intake/read-lines.ts';
import type { Sql } from '../postgres/database.ts';

/** The rectorat's own place in the order of things: what it decides is signed and chained like what any counter does. */
export interface OfficeStation {
  stationId: string;
  /** The next op of its chain, signed. */
  sign(op: Omit<Op, 'previousHash' | 'stationId' | 'stationSeq'>): AuthenticOp;
}

const officeRow = z.object({
  station_id: z.string(),
  private_key: z.string(),
  head_seq: z.number(),
  head_hash: z.string().nullable(),
});

/** Made at the first decision. Locked until the end of the transaction, so that two decisions follow each other. */
export async function lockOfficeStation(sql: Sql): Promise<OfficeStation> {
  await sql.rows('LOCK TABLE office_station IN SHARE ROW EXCLUSIVE MODE');
  const row = (await readRow(sql)) ?? (await makeStation(sql));
  const key = createPrivateKey({ key: Buffer.from(row.private_key, 'base64'), format: 'der', type: 'pkcs8' });
  return {
    stationId: row.station_id,
    sign(content) {
      const op = opOf(row, content);
      const canonical = Buffer.from(canonicalText(op));
      const signature = sign(null, canonical, key).toString('base64');
      return { op, canonical, signature, sha256: sha256Hex(canonical) };
    },
  };
}

function opOf(row: z.infer<typeof officeRow>, content: Parameters<OfficeStation['sign']>[0]): Op {
  return {
    ...content,
    stationId: row.station_id,
    stationSeq: row.head_seq + 1,
    previousHash: row.head_hash ?? '0'.repeat(64),
  } as Op;
}

async function readRow(sql: Sql): Promise<z.infer<typeof officeRow> | undefined> {
  const [row] = await sql.rows(
    'SELECT f.station_id, f.private_key, s.head_seq, s.head_hash FROM office_station f JOIN station s USING (station_id)',
  );
  return row && officeRow.parse(row);
}

async function makeStation(sql: Sql): Promise<z.infer<typeof officeRow>> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
    publicKeyEncoding: { format: 'der', type: 'spki' },
  });
  const stationId = randomUUID();
  await sql.rows(
    `INSERT INTO station (station_id, public_key, name, office, academy_code) VALUES ($1, $2, 'Rectorat', 'serveur central', '00')`,
    [stationId, publicKey.toString('base64')],
  );
  const row = { station_id: stationId, private_key: privateKey.toString('base64') };
  await sql.rows('INSERT INTO office_station (station_id, private_key) VALUES ($1, $2)', [
    row.station_id,
    row.private_key,
  ]);
  return { ...row, head_seq: 0, head_hash: null };
}
