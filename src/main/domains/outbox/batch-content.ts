import { GuichetError } from '#shared/errors.ts';
import { bytesOf, numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import type { PendingBlob, PendingOp } from './outbox-queries.ts';

/** Not in a batch that still waits for answers, and of the station's present chain: a batch is of one identity. */
const IS_OPEN_OP = `state = 'pending' AND station_seq > 0 AND NOT EXISTS (SELECT 1 FROM batch_op b JOIN batch ON batch.id = b.batch_id
  WHERE b.station_seq = outbox_op.station_seq AND settled_at_ms IS NULL)`;
const IS_OPEN_BLOB = `state = 'pending' AND NOT EXISTS (SELECT 1 FROM batch_blob b JOIN batch ON batch.id = b.batch_id
  WHERE b.sha256 = outbox_blob.sha256 AND settled_at_ms IS NULL)`;

export interface OpenOp {
  stationSeq: number;
  /** Of its canonical text. */
  bytes: number;
}

/** What the next batch would hold: places of ops in order, and files. */
export function openItems(database: ReadableDatabase): {
  ops: OpenOp[];
  blobs: PendingBlob[];
} {
  return {
    ops: database
      .all(
        `SELECT station_seq, octet_length(unsealed_bytes(canonical, op_id)) AS bytes FROM outbox_op JOIN outbox_text USING (op_id)
         WHERE ${IS_OPEN_OP} ORDER BY station_seq`,
      )
      .map((row) => ({ stationSeq: numberOf(row, 'station_seq'), bytes: numberOf(row, 'bytes') })),
    blobs: database
      .all(`SELECT sha256, file_id, size, media_type FROM outbox_blob WHERE ${IS_OPEN_BLOB} ORDER BY rowid`)
      .map((row) => ({
        sha256: textOf(row, 'sha256'),
        fileId: textOf(row, 'file_id'),
        size: numberOf(row, 'size'),
        mediaType: textOf(row, 'media_type'),
      })),
  };
}

export function openCounts(database: ReadableDatabase): { ops: number; scans: number } {
  const row = database.get(
    `SELECT (SELECT count(*) FROM outbox_op WHERE ${IS_OPEN_OP}) AS ops, (SELECT count(*) FROM outbox_blob WHERE ${IS_OPEN_BLOB}) AS scans`,
  );
  return { ops: numberOf(row ?? {}, 'ops'), scans: numberOf(row ?? {}, 'scans') };
}

/** Ops at these places, one at a time, as signed; an erased one has an empty canonical text. */
export function* opsAt(database: ReadableDatabase, stationSeqs: Iterable<number>): Generator<PendingOp> {
  for (const stationSeq of stationSeqs) {
    const row = database.get(
      `SELECT op_id, station_seq, coalesce(unsealed_bytes(canonical, op_id), x'') AS canonical, sha256, signature
       FROM outbox_op LEFT JOIN outbox_text USING (op_id) WHERE station_seq = ?`,
      stationSeq,
    );
    if (!row) throw new GuichetError('database-damaged');
    yield {
      opId: textOf(row, 'op_id'),
      stationSeq,
      canonical: bytesOf(row, 'canonical'),
      sha256: textOf(row, 'sha256'),
      signature: bytesOf(row, 'signature'),
    };
  }
}

export function seqsOfVolume(database: ReadableDatabase, batchId: string, volume: number): number[] {
  return database
    .all(
      'SELECT station_seq FROM batch_op WHERE batch_id = ? AND volume = ? ORDER BY station_seq',
      batchId,
      volume,
    )
    .map((row) => numberOf(row, 'station_seq'));
}

/** The stored file of a hash that waits or waited to be sent; undefined once it was eliminated. */
export function fileOfBlob(database: ReadableDatabase, sha256: string): string | undefined {
  const row = database.get('SELECT file_id FROM outbox_blob WHERE sha256 = ?', sha256);
  return row && textOf(row, 'file_id');
}

/** How many items of a batch still wait for an answer. */
export function waitingOf(database: ReadableDatabase, batchId: string): { ops: number; scans: number } {
  const row = database.get(
    `SELECT (SELECT count(*) FROM batch_op b JOIN outbox_op o USING (station_seq) WHERE b.batch_id = ? AND o.state = 'pending') AS ops,
            (SELECT count(*) FROM batch_blob b JOIN outbox_blob o USING (sha256) WHERE b.batch_id = ? AND o.state = 'pending') AS scans`,
    batchId,
    batchId,
  );
  return { ops: numberOf(row ?? {}, 'ops'), scans: numberOf(row ?? {}, 'scans') };
}

/** Of these ops, those that wait for an answer, with the hash of what was signed. */
export function pendingAmong(
  database: ReadableDatabase,
  opIds: readonly string[],
): Map<string, { opId: string; sha256: string }> {
  const rows = database.all(
    `SELECT op_id, sha256 FROM outbox_op WHERE state = 'pending' AND op_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(opIds),
  );
  return new Map(
    rows.map((row) => [textOf(row, 'op_id'), { opId: textOf(row, 'op_id'), sha256: textOf(row, 'sha256') }]),
  );
}
