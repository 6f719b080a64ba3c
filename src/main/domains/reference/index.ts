export { openReference, type Reference } from './reference.ts';
export { referenceHandlers } from './reference-handlers.ts';
