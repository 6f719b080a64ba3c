import { createHash, sign, type KeyObject } from 'node:crypto';
import type { WritableDatabase } from '#main/database/types.ts';

export interface OpPlace {
  opId: string;
  stationSeq: number;
  recordId: string;
  registrationNumber: string;
  kind: string;
  capturedAtMs: number;
}

/** The row of an op that waits to be sent: its place in the chain, the hash of what it says and the signature by `key`. Returns the hash. */
export function keepSignedOp(
  database: WritableDatabase,
  op: OpPlace,
  canonical: Uint8Array,
  key: KeyObject,
): string {
  const sha256 = createHash('sha256').update(canonical).digest('hex');
  database.run(
    `INSERT INTO outbox_op (op_id, station_seq, record_id, registration_number, kind, sha256, signature, captured_at_ms, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending')`,
    op.opId,
    op.stationSeq,
    op.recordId,
    op.registrationNumber,
    op.kind,
    sha256,
    sign(null, canonical, key),
    op.capturedAtMs,
  );
  return sha256;
}
