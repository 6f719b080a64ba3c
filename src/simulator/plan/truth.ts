import type { Ink } from '#shared/contract/page-reading.ts';
import type { Box } from '#shared/sheet/layout.ts';
import type { Projection } from '../scanner/projection.ts';
import type { QuarterTurn } from '../scanner/scan-plan.ts';

/** One gesture of one pen. */
export interface TrueMark {
  ink: Ink;
  /** Answers that the person meant; empty for ink that corrects nothing. */
  fields: string[];
  /** Answers whose printed box holds some of the ink, meant or not. */
  touched: string[];
  /** Of the ink itself, in millimetres on the sheet. */
  box: Box;
  /** `strike`, `text`, `circle`, `signature`, `stamp`, `fold`… */
  kind: string;
  /** Id of the pen; absent for what no pen made. */
  pen?: string;
  /** Of a pen's ink. */
  areaMm2?: number;
  /** Of a pen's ink on bare paper: next to nothing where a small mark hides in the print. */
  clearAreaMm2?: number;
}

export interface TruePage {
  /** Page among the scanned images, from 1. */
  page: number;
  /** Page of the sheet, from 1. */
  sheetPage: number;
  registrationNumber: string;
  version: number;
  /** Clockwise turn of the content in the image. */
  rotation: QuarterTurn;
  dpi: number;
  colour: 'colour' | 'grey' | 'bilevel';
  /** Undefined where the page has no such box. */
  signature?: 'present' | 'absent';
  date?: 'present' | 'absent';
  marks: TrueMark[];
  /** From millimetres on the sheet to pixels of the image, row by row. */
  sheetToImage: Projection;
}

export interface ReturnTruth {
  pages: TruePage[];
}
