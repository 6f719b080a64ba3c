import type { CorpusSize } from './score-corpus.ts';

/** Over two thousand pages. */
export const FULL_CORPUS: CorpusSize = { from: 0, sheets: 72, light: false };
/** Some two hundred pages, the same each time. */
export const QUICK_CORPUS: CorpusSize = { from: 0, sheets: 7, light: true };
