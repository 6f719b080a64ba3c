export { PrinterByNameChoice } from './PrinterByNameChoice.tsx';
export { PrintersPanel } from './PrintersPanel.tsx';
export { PrintsScreen } from './PrintsScreen.tsx';
export { PrintsInStatusLine } from './PrintsInStatusLine.tsx';
export { SentPrint } from './SentPrint.tsx';
export { usePrint } from './usePrint.ts';
export { usePrinterByName } from './usePrinterByName.ts';
