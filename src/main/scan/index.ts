export { fitBounds } from './calibrate/fit-bounds.ts';
export { classifyStroke as classifyPen } from './ink/classify-stroke.ts';
export { createScanReader } from './scan-reader.ts';
export type { ReadOptions, ScanFiles, ScanReader } from './scan-reader.ts';
export type {
  PageImage,
  ParsedCode,
  ReadPage,
  ScanFile,
  SheetFacts,
  SheetLookup,
  SheetRefusal,
} from './scan-types.ts';
export { THRESHOLDS_VERSION } from './thresholds.ts';
