export { addOfficeUser, backUpCentre, restoreCentre, type CentrePlace } from './administer.ts';
export { RestoreRefused } from './backup/restore.ts';
export type { EnrolmentCodeRequest } from './enrolment/enrolment-codes.ts';
export type { Figures } from './figures.ts';
export { openApiDocument } from './http/open-api.ts';
export { UnsafeDoor } from './http/tls.ts';
export { OFFICE_ROLES, type OfficeRole } from './office/office-users.ts';
export { startCentral, type Central, type CentralOptions } from './start-central.ts';
