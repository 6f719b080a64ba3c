import type { Ink } from '#shared/contract/page-reading.ts';

/** Each ink has a name and a line of its own (in pixels of the screen): colour alone would tell nothing to who does not see it. */
export const INK_WORDS: Record<Ink, { label: string; dashes: string }> = {
  red: { label: 'rouge', dashes: 'none' },
  blue: { label: 'bleu', dashes: '8 4' },
  black: { label: 'noir', dashes: '2 3' },
  other: { label: 'autre encre', dashes: '8 3 2 3' },
  stamp: { label: 'tampon', dashes: '14 3' },
  highlighter: { label: 'surligneur', dashes: '1 3' },
  stain: { label: 'tache', dashes: '1 5' },
};
