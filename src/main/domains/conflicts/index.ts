export { conflictHandlers } from './conflict-handlers.ts';
export { endProposed } from './proposed-end.ts';
export { keepConflict, noteDecided } from './conflict-store.ts';
