import type { Ink } from '#shared/contract/page-reading.ts';

/** Each ink has a name and a line of its own: colour alone would tell nothing to who does not see it. */
export const INK_WORDS: Record<Ink, { label: string; dashes: string }> = {
  red: { label: 'rouge', dashes: 'none' },
  blue: { label: 'bleu', dashes: '24 10' },
  black: { label: 'noir', dashes: '6 8' },
  other: { label: 'autre encre', dashes: '24 8 6 8' },
  stamp: { label: 'tampon', dashes: '40 8' },
  highlighter: { label: 'surligneur', dashes: '2 8' },
  stain: { label: 'tache', dashes: '2 14' },
};
