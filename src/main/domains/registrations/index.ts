export { eventsOf, recordEvent } from './file-events.ts';
export { campaignOf, getLiveRegistration, getRegistration } from './describe-registration.ts';
export { registrationHandlers } from './registration-handlers.ts';
export {
  findRegistration,
  findRegistrationById,
  setStatus,
  versionsOf,
  type StoredRegistration,
  type StoredVersion,
} from './registration-store.ts';
export { judgeAnswers, requireValid } from './judge-answers.ts';
export { saveAttachment, saveVersion } from './save-registration.ts';
