export { clerkHandlers } from './clerk-handlers.ts';
export { firstStepsHandlers } from './first-steps-handlers.ts';
export { keyHandlers } from './key-handlers.ts';
export { createSessionKeeper, type SessionKeeper } from './session-keeper.ts';
export { stationHandlers, type FrontDesk } from './station-handlers.ts';
export { getStation, savedName, setPrintsInColour, sheetFactsOf } from './station-store.ts';
