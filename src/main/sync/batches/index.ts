export { batchHandlers } from './batch-handlers.ts';
export { exportBatch, type ExportOrder } from './export-batch.ts';
export { readReceipt } from './read-receipt.ts';
