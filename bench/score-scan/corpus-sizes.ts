import type { CorpusSize } from './score-corpus.ts';

/** Over two thousand pages. */
export const FULL_CORPUS: CorpusSize = { from: 0, sheets: 84, light: false };
/** Two hundred pages, the same each time. */
export const QUICK_CORPUS: CorpusSize = { from: 0, sheets: 8, light: true };
