import { GuichetError } from '#shared/errors.ts';
import { bytesOf, numberOf, numberOrNullOf, textOf, textOrNullOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';

/** A volume as sealed: what its file holds never changes again. */
export interface SealedVolume {
  /** Canonical text of the manifest. */
  manifest: string;
  signature: Uint8Array;
  /** Places in the station's chain, in order. */
  stationSeqs: readonly number[];
  /** In the order of the manifest. */
  blobs: readonly string[];
}

export interface StoredVolume {
  number: number;
  manifest: string;
  signature: Uint8Array;
  /** The file last written and read back; null before any. */
  file: { name: string; sha256: string; size: number; writtenAtMs: number } | null;
  /** When the centre's printed code for it was typed in. */
  codeSeenAtMs: number | null;
}

export interface StoredBatch {
  batchId: string;
  agent: string;
  sealedAtMs: number;
  /** When nothing of it waited for an answer any more. */
  settledAtMs: number | null;
  volumes: StoredVolume[];
}

/** Call inside a transaction. */
export function insertBatch(
  database: WritableDatabase,
  batch: { batchId: string; agent: string; sealedAtMs: number; volumes: readonly SealedVolume[] },
): void {
  const { batchId } = batch;
  database.run(
    'INSERT INTO batch (id, agent, sealed_at_ms) VALUES (?, ?, ?)',
    batchId,
    batch.agent,
    batch.sealedAtMs,
  );
  batch.volumes.forEach(({ manifest, signature, stationSeqs, blobs }, index) => {
    const number = index + 1;
    database.run(
      'INSERT INTO batch_volume (batch_id, number, manifest, signature) VALUES (?, ?, ?, ?)',
      batchId,
      number,
      manifest,
      signature,
    );
    for (const seq of stationSeqs)
      database.run(
        'INSERT INTO batch_op (batch_id, volume, station_seq) VALUES (?, ?, ?)',
        batchId,
        number,
        seq,
      );
    blobs.forEach((sha256, place) =>
      database.run(
        'INSERT INTO batch_blob (batch_id, volume, place, sha256) VALUES (?, ?, ?, ?)',
        batchId,
        number,
        place,
        sha256,
      ),
    );
  });
}

/** Newest first. */
export function listBatches(database: ReadableDatabase): StoredBatch[] {
  return database
    .all('SELECT id FROM batch ORDER BY sealed_at_ms DESC, rowid DESC LIMIT 200')
    .map((row) => getBatch(database, textOf(row, 'id')));
}

/** Throws `unknown-batch`. */
export function getBatch(database: ReadableDatabase, batchId: string): StoredBatch {
  const row = database.get('SELECT * FROM batch WHERE id = ?', batchId);
  if (!row) throw new GuichetError('unknown-batch');
  return {
    batchId,
    agent: textOf(row, 'agent'),
    sealedAtMs: numberOf(row, 'sealed_at_ms'),
    settledAtMs: numberOrNullOf(row, 'settled_at_ms'),
    volumes: database
      .all('SELECT * FROM batch_volume WHERE batch_id = ? ORDER BY number', batchId)
      .map((volume) => {
        const sha256 = textOrNullOf(volume, 'file_sha256');
        return {
          number: numberOf(volume, 'number'),
          manifest: textOf(volume, 'manifest'),
          signature: bytesOf(volume, 'signature'),
          file:
            sha256 === null
              ? null
              : {
                  name: textOf(volume, 'file_name'),
                  sha256,
                  size: numberOf(volume, 'file_size'),
                  writtenAtMs: numberOf(volume, 'written_at_ms'),
                },
          codeSeenAtMs: numberOrNullOf(volume, 'code_seen_at_ms'),
        };
      }),
  };
}

/** The volume whose file has this hash. */
export function findVolumeByFile(
  database: ReadableDatabase,
  fileSha256: string,
): { batchId: string; number: number; manifest: string } | undefined {
  const row = database.get(
    'SELECT batch_id, number, manifest FROM batch_volume WHERE file_sha256 = ?',
    fileSha256,
  );
  return (
    row && {
      batchId: textOf(row, 'batch_id'),
      number: numberOf(row, 'number'),
      manifest: textOf(row, 'manifest'),
    }
  );
}

export function findVolume(
  database: ReadableDatabase,
  batchId: string,
  number: number,
): { manifest: string } | undefined {
  const row = database.get(
    'SELECT manifest FROM batch_volume WHERE batch_id = ? AND number = ?',
    batchId,
    number,
  );
  return row && { manifest: textOf(row, 'manifest') };
}

export function noteVolumeWritten(
  database: WritableDatabase,
  volume: { batchId: string; number: number },
  file: { name: string; sha256: string; size: number; writtenAtMs: number },
): void {
  database.run(
    `UPDATE batch_volume SET file_name = ?, file_sha256 = ?, file_size = ?, written_at_ms = ?
     WHERE batch_id = ? AND number = ?`,
    file.name,
    file.sha256,
    file.size,
    file.writtenAtMs,
    volume.batchId,
    volume.number,
  );
}

/** False when this station has no such volume. */
export function noteCodeSeen(
  database: WritableDatabase,
  volume: { batchId: string; number: number },
  atMs: number,
): boolean {
  const { batchId, number } = volume;
  return (
    database.run(
      'UPDATE batch_volume SET code_seen_at_ms = ? WHERE batch_id = ? AND number = ?',
      atMs,
      batchId,
      number,
    ) > 0
  );
}

/** Batches of which nothing waits any more, whichever way the answers came. */
export function closeSettledBatches(database: WritableDatabase, atMs: number): void {
  database.run(
    `UPDATE batch SET settled_at_ms = ? WHERE settled_at_ms IS NULL
       AND NOT EXISTS (SELECT 1 FROM batch_op b JOIN outbox_op o USING (station_seq) WHERE b.batch_id = batch.id AND o.state = 'pending')
       AND NOT EXISTS (SELECT 1 FROM batch_blob b JOIN outbox_blob o USING (sha256) WHERE b.batch_id = batch.id AND o.state = 'pending')`,
    atMs,
  );
}

/** Of all batches that wait for answers. */
export function undoOpenBatches(database: WritableDatabase): void {
  database.run('DELETE FROM batch WHERE settled_at_ms IS NULL');
}

/** What still waits of it belongs to the next batch again. */
export function undoBatch(database: WritableDatabase, batchId: string): void {
  database.run('DELETE FROM batch WHERE id = ?', batchId);
}

/** A receipt that proved nothing, with why: somebody may be trying. */
export function noteRefusedReceipt(
  database: WritableDatabase,
  refused: { atMs: number; agent: string; fileSha256: string; reason: string },
): void {
  database.run(
    'INSERT INTO refused_receipt (at_ms, agent, file_sha256, reason) VALUES (?, ?, ?, ?)',
    refused.atMs,
    refused.agent,
    refused.fileSha256,
    refused.reason,
  );
}

export function countRefusedReceipts(database: ReadableDatabase): number {
  return numberOf(database.get('SELECT count(*) AS n FROM refused_receipt') ?? {}, 'n');
}
