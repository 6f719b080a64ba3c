export {
  addOfficeUser,
  backUpCentre,
  enrolFile,
  listKeys,
  makeCode,
  restoreCentre,
  rotateKeys,
  type CentrePlace,
} from './administer.ts';
export {
  importBatches,
  inspectBatch,
  type BatchPlace,
  type InspectedVolume,
} from './batches/administer-batches.ts';
export { BatchRefused } from './batches/batch-refused.ts';
export type { ImportedVolume, ImportOutcome } from './batches/import-batch.ts';
export { receiptPage } from './batches/receipt-page.ts';
export { RestoreRefused } from './backup/restore.ts';
export type { EnrolmentCodeRequest } from './enrolment/enrolment-codes.ts';
export { EnrolmentFileRefused } from './enrolment/enrol-by-file.ts';
export { Refusal } from './refusal.ts';
export type { Figures } from './figures.ts';
export { openApiDocument } from './http/open-api.ts';
export { UnsafeDoor } from './http/tls.ts';
export { OFFICE_ROLES, type OfficeRole } from './office/office-users.ts';
export { startCentral, type Central, type CentralOptions } from './start-central.ts';
