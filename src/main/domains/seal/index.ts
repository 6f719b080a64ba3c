export { sealedByOffice, sealHandlers } from './seal-handlers.ts';
