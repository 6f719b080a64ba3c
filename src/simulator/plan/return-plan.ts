import type { Box } from '#shared/sheet/layout.ts';
import type { PaperPlan } from '../paper.ts';
import type { ScanPlan } from '../scanner/scan-plan.ts';

export const CORRECTION_KINDS = [
  'strike-and-rewrite',
  'rewrite-beside',
  'strike-only',
  'circle-and-rewrite',
  'underline',
  'overwrite',
  'tiny',
  'tick',
  'margin-arrow',
  'across',
  'fluid-and-rewrite',
] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** One correction of one printed answer, as a person makes it. */
export interface CorrectionPlan {
  fieldId: string;
  kind: CorrectionKind;
  penId: string;
  /** What is written; unused by gestures without words. */
  text: string;
}

/** Ink that corrects nothing. */
export type OtherMarkPlan =
  | { kind: 'stamp'; x: number; y: number; radiusMm: number }
  | { kind: 'highlight'; fieldId: string; penId: string }
  | { kind: 'scribble'; box: Box; penId: string }
  | { kind: 'note'; box: Box; text: string; penId: string }
  | { kind: 'code-crossed'; code: number; penId: string };

/** Everything that happens to one page between the printer and the file. Plain data: it can be kept and replayed. */
export interface ReturnedPagePlan {
  /** Page of the sheet, from 1. A page may be missing from a return, come twice, or out of order. */
  sheetPage: number;
  corrections: CorrectionPlan[];
  signature?: { penId: string };
  date?: { penId: string; text: string };
  otherMarks: OtherMarkPlan[];
  paper: PaperPlan;
  scan: ScanPlan;
  /** Two sheets drawn in at once: another page lies beneath, so much lower that its foot sticks out. */
  beneath?: { sheetPage: number; downMm: number };
}

export interface ReturnPlan {
  /** In the order of the scanned images. */
  pages: ReturnedPagePlan[];
}
