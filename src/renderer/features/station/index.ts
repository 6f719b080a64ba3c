export { StationGate } from './StationGate.tsx';
export { useStation } from './StationContext.tsx';
export { TrainingBand } from './TrainingBand.tsx';
export { ChangePassphraseForm } from './ChangePassphraseForm.tsx';
export { useIdleLock } from './useIdleLock.ts';
export { useLock } from './useLock.ts';
export { useRole } from './useRole.ts';
export { SETUP_TITLES, STEPS_BEFORE_STATION } from './setup-titles.ts';
