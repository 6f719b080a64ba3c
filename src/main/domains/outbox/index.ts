export { appendBlob, appendOp, canonicalBytes, type OpFacts } from './append-op.ts';
export {
  outboxCounts,
  pendingBlobs,
  pendingOps,
  queueItems,
  syncStateOf,
  type OutboxCounts,
  type PendingBlob,
  type PendingOp,
} from './outbox-queries.ts';
export { keepReceipt, settleBlob, settleOp } from './settle.ts';
