export { discardDraft, draftHandlers } from './draft-handlers.ts';
