export { batchHandlers, deliverVolume, exportBatch, readReceipt, type ExportOrder } from './batches/index.ts';
export { enrol } from './enrol.ts';
export { enrolAgain } from './enrol-again.ts';
export { rotateKey } from './rotate-key.ts';
export { enrolmentFile, readEnrolmentAnswer, successorFile } from './enrol-by-file.ts';
export { runSync, type SyncHandle } from './run-sync.ts';
export type { SyncContext } from './sync-run.ts';
export { stationDigest } from './station-digest.ts';
export { syncHandlers } from './sync-handlers.ts';
