import type { PageReading } from '#shared/contract/page-reading.ts';
import type { TruePage } from '#simulator/plan/truth.ts';

/** What was found against what was really done to the paper. */
export interface ReadingScore {
  pages: number;
  identified: number;
  signatures: { expected: number; right: number };
  redFields: { expected: number; found: number; extra: number };
}

export function compareReadings(pairs: { reading: PageReading; truth: TruePage }[]): ReadingScore {
  const score: ReadingScore = {
    pages: pairs.length,
    identified: 0,
    signatures: { expected: 0, right: 0 },
    redFields: { expected: 0, found: 0, extra: 0 },
  };
  for (const { reading, truth } of pairs) {
    if (isIdentified(reading, truth)) score.identified += 1;
    if (truth.signature !== undefined) {
      score.signatures.expected += 1;
      if (reading.signature?.state === truth.signature) score.signatures.right += 1;
    }
    const seen = redFieldsOf(reading.marks);
    const meant = redFieldsOf(truth.marks);
    const touched = new Set(truth.marks.flatMap((mark) => (mark.ink === 'red' ? mark.touched : [])));
    score.redFields.expected += meant.size;
    score.redFields.found += [...meant].filter((field) => seen.has(field)).length;
    score.redFields.extra += [...seen].filter((field) => !touched.has(field)).length;
  }
  return score;
}

export function redFieldsOf(marks: readonly { ink: string; fields: readonly string[] }[]): Set<string> {
  return new Set(marks.flatMap((mark) => (mark.ink === 'red' ? mark.fields : [])));
}

function isIdentified(reading: PageReading, truth: TruePage): boolean {
  return (
    reading.registrationNumber === truth.registrationNumber &&
    reading.version === truth.version &&
    reading.sheetPage === truth.sheetPage
  );
}
