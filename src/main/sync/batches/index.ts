export { batchHandlers } from './batch-handlers.ts';
export { deliverVolume } from './deliver-volume.ts';
export { exportBatch, type ExportOrder } from './export-batch.ts';
export { readReceipt } from './read-receipt.ts';
