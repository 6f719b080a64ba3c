export { createSheetLookup } from './sheet-lookup.ts';
export { returnHandlers } from './return-handlers.ts';
