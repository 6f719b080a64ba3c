import type { Batch } from '#shared/contract/batches.ts';
import { batchManifestSchema } from '#shared/protocol/batch.ts';
import type { Handlers } from '#main/context.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import {
  countRefusedReceipts,
  findVolumeByFile,
  getBatch,
  listBatches,
  openCounts,
  waitingOf,
  type StoredBatch,
} from '#main/domains/outbox/index.ts';
import { findCentralServer, getCentralServer } from '../central-server-store.ts';
import { deliverVolume } from './deliver-volume.ts';
import { exportBatch, type ExportOrder } from './export-batch.ts';
import { readCode, readReceipt } from './read-receipt.ts';

export const batchHandlers: Handlers<
  | 'batches.list'
  | 'batches.export'
  | 'batches.chooseFolder'
  | 'batches.receipt'
  | 'batches.deliver'
  | 'batches.receiptCode'
  | 'batches.inspect'
> = {
  'batches.list': (_input, { database }) => ({
    open: openCounts(database),
    isReady: (findCentralServer(database)?.batchRecipients.length ?? 0) > 0,
    refusedReceipts: countRefusedReceipts(database),
    batches: listBatches(database).map((batch) => describe(database, batch)),
  }),
  'batches.export': (input, context) => {
    getCentralServer(context.database);
    const { folder, fileName, batchId, volumeBytes } = input;
    if (batchId !== undefined) getBatch(context.database, batchId);
    const order: ExportOrder = {
      folder,
      ...(fileName === undefined ? {} : { fileName }),
      ...(batchId === undefined ? {} : { batchId }),
      ...(volumeBytes === undefined ? {} : { volumeBytes }),
    };
    return { jobId: context.jobs.start('batch-export', (handle) => exportBatch(context, handle, order)) };
  },
  'batches.chooseFolder': async (_input, { ports }) => ({
    folder: (await ports.fileDialogs.chooseFolder('Dossier ou clé du lot')) ?? null,
  }),
  'batches.receipt': ({ content }, context) => readReceipt(context, content),
  'batches.deliver': ({ content }, context) => deliverVolume(context, content),
  'batches.receiptCode': ({ code }, context) => readCode(context, code),
  'batches.inspect': ({ sha256 }, { database }) => {
    const found = findVolumeByFile(database, sha256);
    if (!found) return { volume: null };
    const { volume, ops, blobs, createdAtMs } = batchManifestSchema.parse(JSON.parse(found.manifest));
    return {
      volume: {
        batchId: found.batchId,
        number: volume.number,
        count: volume.count,
        ops: ops?.count ?? 0,
        firstSeq: ops?.firstSeq ?? null,
        lastSeq: ops?.lastSeq ?? null,
        scans: blobs.length,
        createdAtMs,
      },
    };
  },
};

function describe(database: ReadableDatabase, batch: StoredBatch): Batch {
  const { batchId, agent, sealedAtMs, settledAtMs } = batch;
  const volumes = batch.volumes.map(({ number, manifest, file, codeSeenAtMs }) => {
    const { ops, blobs } = batchManifestSchema.parse(JSON.parse(manifest));
    return { ops, scans: blobs.length, number, file, codeSeenAtMs };
  });
  const { ops: opsWaiting, scans: scansWaiting } = waitingOf(database, batchId);
  const isWritten = volumes.every(({ file }) => file !== null);
  return {
    batchId,
    state: settledAtMs !== null ? 'settled' : isWritten ? 'exported' : 'sealed',
    agent,
    sealedAtMs,
    settledAtMs,
    firstSeq: volumes.find(({ ops }) => ops)?.ops?.firstSeq ?? null,
    lastSeq: volumes.findLast(({ ops }) => ops)?.ops?.lastSeq ?? null,
    opsWaiting,
    scansWaiting,
    volumes: volumes.map((volume) => ({ ...volume, ops: volume.ops?.count ?? 0 })),
  };
}
