export { appendBlob, appendOp, canonicalBytes, type OpFacts } from './append-op.ts';
export {
  fileOfBlob,
  openCounts,
  openItems,
  opsAt,
  pendingAmong,
  seqsOfVolume,
  waitingOf,
  type OpenOp,
} from './batch-content.ts';
export {
  closeSettledBatches,
  countRefusedReceipts,
  findVolume,
  findVolumeByFile,
  getBatch,
  insertBatch,
  listBatches,
  noteCodeSeen,
  noteRefusedReceipt,
  noteVolumeWritten,
  undoBatch,
  undoOpenBatches,
  type SealedVolume,
  type StoredBatch,
  type StoredVolume,
} from './batch-store.ts';
export { keepSignedOp } from './keep-signed-op.ts';
export { eraseOps, forgetBlob, hasErasedOps } from './erase-ops.ts';
export {
  acknowledgedBlobs,
  answeredOps,
  hasPendingOps,
  outboxCounts,
  pendingBlobs,
  pendingOps,
  queueItems,
  seenVersion,
  syncStateOf,
  type OutboxCounts,
  type PendingBlob,
  type PendingOp,
} from './outbox-queries.ts';
export { reissueOps } from './reissue-ops.ts';
export {
  forgetConfirmations,
  isConfirmedLongAgo,
  noteConfirmed,
  unconfirmedReceipts,
  type KeptReceipt,
} from './confirmations.ts';
export {
  dismissOp,
  keepReceipt,
  noteBlobFault,
  noteHeld,
  reopenBlobs,
  reopenOps,
  settleBlob,
  settleDecided,
  settleOp,
} from './settle.ts';
