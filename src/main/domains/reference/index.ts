export { openReference, type Reference } from './reference.ts';
export { layStationLists, referenceHandlers, referenceListHandlers } from './reference-handlers.ts';
