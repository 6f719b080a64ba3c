export { startCentral, type Central, type CentralOptions } from './start-central.ts';
export type { EnrolmentCodeRequest } from './enrolment/enrolment-codes.ts';
export type { Figures } from './figures.ts';
