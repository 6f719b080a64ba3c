export { openReference, type Reference } from './reference.ts';
export { referenceHandlers } from './handlers.ts';
