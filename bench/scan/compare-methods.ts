import type { Figure } from '../figures.ts';
import { proportion } from '../figures.ts';
import { alignAndDifference, naiveHsv, ourReader } from './flag-fields.ts';
import type { FlagFields } from './flag-fields.ts';
import type { OfficePage } from './office-pages.ts';

interface Outcome {
  found: number;
  wanted: number;
  falseFlags: number;
  cleanPages: number;
}

/** Red marks found, and fields flagged on clean pages, by this reader and by the two usual recipes, on the same pages. */
export async function compareMethods(pages: readonly OfficePage[]): Promise<Figure[]> {
  const ours = await outcomeOf(ourReader, pages);
  const naive = await outcomeOf(naiveHsv, pages);
  const difference = await outcomeOf(alignAndDifference, pages);
  return [
    { ...recall('red-recall', ours), against: { name: 'naive-hsv', value: share(naive) } },
    recall('red-recall-naive-hsv', naive),
    recall('mark-recall-align-and-difference', difference),
    { ...falseFlags('false-flags', ours), against: { name: 'naive-hsv', value: perPage(naive) } },
    falseFlags('false-flags-naive-hsv', naive),
    falseFlags('false-flags-align-and-difference', difference),
  ];
}

async function outcomeOf(flag: FlagFields, pages: readonly OfficePage[]): Promise<Outcome> {
  const outcome: Outcome = { found: 0, wanted: 0, falseFlags: 0, cleanPages: 0 };
  for (const page of pages) {
    const flagged = new Set(await flag(page));
    const red = page.truth.marks.filter(({ ink, kind }) => ink === 'red' && kind !== 'signature');
    const wanted = new Set(red.flatMap(({ fields }) => fields));
    outcome.wanted += wanted.size;
    outcome.found += [...wanted].filter((field) => flagged.has(field)).length;
    if (page.truth.marks.some(({ ink, kind }) => ink === 'red' && kind !== 'date')) continue;
    outcome.cleanPages += 1;
    outcome.falseFlags += flagged.size;
  }
  return outcome;
}

function share({ found, wanted }: Outcome): number {
  return found / Math.max(1, wanted);
}

function perPage({ falseFlags, cleanPages }: Outcome): number {
  return falseFlags / Math.max(1, cleanPages);
}

function recall(name: string, { found, wanted }: Outcome): Figure {
  return proportion(name, found, wanted);
}

function falseFlags(name: string, outcome: Outcome): Figure {
  return { name, value: perPage(outcome), unit: 'per clean page', n: outcome.cleanPages };
}
