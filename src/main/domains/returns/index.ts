export { returnHandlers } from './return-handlers.ts';
export { createSheetLookup } from './sheet-lookup.ts';
