export { firstChoice } from './scan-choice.ts';
export { ScanChoiceFields } from './ScanChoiceFields.tsx';
export { ScannersPanel } from './ScannersPanel.tsx';
