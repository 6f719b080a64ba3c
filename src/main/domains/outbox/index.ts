export { appendBlob, appendOp, canonicalBytes, type OpFacts } from './append-op.ts';
export { eraseOps, forgetBlob, hasErasedOps } from './erase-ops.ts';
export {
  acknowledgedBlobs,
  answeredOps,
  outboxCounts,
  pendingBlobs,
  pendingOps,
  queueItems,
  syncStateOf,
  type OutboxCounts,
  type PendingBlob,
  type PendingOp,
} from './outbox-queries.ts';
export {
  keepReceipt,
  noteBlobFault,
  noteHeld,
  reopenBlobs,
  reopenOps,
  settleBlob,
  settleOp,
} from './settle.ts';
