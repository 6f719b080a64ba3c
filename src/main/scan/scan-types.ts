import type { InkBounds } from '#shared/contract/calibration.ts';
import type { PageReading } from '#shared/contract/page-reading.ts';
import type { SheetCode } from '#shared/sheet/code-payload.ts';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import type { PenSample } from './calibrate/pen-samples.ts';

/** A code that was read; nothing it says is trusted before its check. */
export interface ParsedCode {
  code: SheetCode;
  body: string;
  check: string;
}

export interface SheetFacts {
  layout: SheetLayout;
  latestVersion: number;
  /** Of the station's pens and scanner, where it was calibrated. */
  inkBounds?: InkBounds;
  /** A calibration chart: what each pen left in its cell is wanted too. */
  isChart?: true;
}

export type SheetRefusal = 'forged' | 'foreign' | 'trainingMismatch';

/** Answers what the station knows of a code that was read. */
export type SheetLookup = (parsed: ParsedCode) => SheetFacts | SheetRefusal;

export interface ScanFile {
  name: string;
  bytes: Uint8Array;
}

/** The page for the screen, re-encoded from its pixels, upright. */
export interface PageImage {
  jpeg: Uint8Array;
  widthPx: number;
  heightPx: number;
  /** Where the sheet lies in the image, as nearly as four numbers can say; the whole image when it was not found. */
  pxPerMmX: number;
  pxPerMmY: number;
  originXPx: number;
  originYPx: number;
}

export interface ReadPage {
  reading: PageReading;
  /** Absent when the page could not be decoded. */
  image?: PageImage;
  /** `number/version`: the layout that the marks were measured on. */
  layoutKey?: string;
  /** Of a calibration chart that was found. */
  pens?: PenSample[];
}
