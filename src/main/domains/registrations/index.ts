export { adoptCentreState, type Adoption, type OtherCounter } from './adopt-centre-state.ts';
export { eventsOf, recordEvent } from './file-events.ts';
export {
  campaignOf,
  describeRegistration,
  getLiveRegistration,
  getRegistration,
} from './describe-registration.ts';
export { registrationHandlers } from './registration-handlers.ts';
export {
  findRegistration,
  findRegistrationById,
  setLocked,
  setStatus,
  versionsOf,
  type StoredRegistration,
  type StoredVersion,
} from './registration-store.ts';
export { FILE_COLUMNS, fileSummaryOf, type FileSummary } from './file-summary.ts';
export { judgeAnswers, requireValid } from './judge-answers.ts';
export { rebuildCandidates, rebuildFromOps } from './rebuild-from-ops.ts';
export { saveEnd, type End } from './save-end.ts';
export { saveDecision } from './save-decision.ts';
export { isOfWindow } from './window-problems.ts';
export { saveAttachment, saveVersion } from './save-registration.ts';
export { getCandidate } from './numbers.ts';
export { registrationsOf } from './registration-store.ts';
export {
  recordCorrectedIdentity,
  requireEntitledToIdentity,
  requireSeenPiece,
} from './correct-registration.ts';
