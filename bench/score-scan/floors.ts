import type { Figure } from '../figures.ts';

/**
 * What the sample of the tests may not fall under: the reader reaches more, but a sample of two hundred pages holds a few dozen of
 * each kind, of which one may be lost to chance. The goals themselves are in goals.ts, and are judged on two thousand pages.
 */
const FLOORS: Readonly<Record<string, string>> = {
  'identification-clean': '>= 0.99',
  'identification-code-crossed': '>= 0.9',
  'identification-wrong': '<= 0',
  orientation: '>= 1',
  'registration-median-mm': '<= 0.1',
  'registration-p99-mm': '<= 0.35',
  'red-recall-normal': '>= 0.95',
  'red-recall-faint': '>= 0.9',
  'red-recall-small': '>= 0.85',
  attribution: '>= 0.96',
  'false-red-per-clean-page': '<= 0.1',
  'false-red-per-photocopy': '<= 0',
  'black-blue-recall': '>= 0.9',
  'false-black-blue-per-page': '<= 0.1',
  'signature-f1': '>= 0.97',
  'signature-blank-called-signed': '<= 0.02',
  'date-f1': '>= 0.97',
  'to-a-person': '<= 0.1',
};

/** A sentence for each figure that is under its floor, or that nothing was counted for. */
export function underFloors(figures: readonly Figure[]): string[] {
  return Object.entries(FLOORS).flatMap(([name, floor]) => {
    const figure = figures.find((one) => one.name === name);
    if (!figure || figure.n === 0) return [`${name}: nothing was counted`];
    const [comparison, limit] = floor.split(' ');
    const holds = comparison === '>=' ? figure.value >= Number(limit) : figure.value <= Number(limit);
    return holds ? [] : [`${name}: ${figure.value.toFixed(4)} (n = ${figure.n}), floor ${floor}`];
  });
}
