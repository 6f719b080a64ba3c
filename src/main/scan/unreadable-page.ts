import type { PageReading, ReadingCode } from '#shared/contract/page-reading.ts';
import type { ReadPage } from './scan-types.ts';

export interface PagePlace {
  file: string;
  /** From 1. */
  page: number;
}

/** What is said of a page of which nothing is known yet. */
export const NOTHING_SEEN = {
  rotation: 0,
  colour: 'colour',
  marks: [],
  warnings: [],
  needsReview: true,
  reasons: [],
  elapsedMs: 0,
} as const satisfies Partial<PageReading>;

/** A page that can't be read, or a whole file that can't be opened. */
export function unreadablePage({ file, page }: PagePlace, reason: ReadingCode): ReadPage {
  return {
    reading: {
      file,
      page,
      ...NOTHING_SEEN,
      marks: [],
      warnings: [],
      status: 'unreadable',
      reasons: [reason],
    },
  };
}
