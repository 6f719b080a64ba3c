export { auditedCall, auditedSession, auditRefusal } from './audited-call.ts';
export { entriesAbout } from './audit-queries.ts';
export { auditHandlers } from './audit-handlers.ts';
export { makeCheckpoint, noteVerdict, unansweredCheckpoints } from './checkpoints.ts';
export { createRecorder } from './recorder.ts';
export { purgeOldBlocks } from './retention.ts';
