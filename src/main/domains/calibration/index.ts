export { calibrationHandlers } from './calibration-handlers.ts';
export { currentInkBounds } from './ink-profile.ts';
