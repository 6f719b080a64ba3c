export { ChangedValue } from './ChangedValue.tsx';
export { CorrectionScreen } from './CorrectionScreen.tsx';
export { DossierScreen } from './DossierScreen.tsx';
export { STATUS_WORDS } from './registration-words.ts';
