import { expect, it } from 'vitest';
import { QUICK_CORPUS } from '../../bench/score-scan/corpus-sizes.ts';
import { underFloors } from '../../bench/score-scan/floors.ts';
import { PageTally, tallyPage } from '../../bench/score-scan/page-tally.ts';
import { scanFigures } from '../../bench/score-scan/scan-figures.ts';
import { scoreCorpus } from '../../bench/score-scan/score-corpus.ts';
import { scoringSheet } from '../../bench/score-scan/scoring-sheets.ts';

/** Some 200 pages made, scanned and read: a minute of both cores, several on a busy machine. */
const PATIENCE_MS = 600_000;

it(
  'reads the fixed sample of held-out returns no worse than its floors',
  async () => {
    const { tally, errorsMm, pages } = await scoreCorpus(QUICK_CORPUS);
    expect(pages).toBe(200);
    expect(underFloors(scanFigures(tally, errorsMm))).toEqual([]);
  },
  PATIENCE_MS,
);

it('finds a reader that sees no ink under the floors', async () => {
  const tally = new PageTally();
  const { layout, truth } = await scoringSheet('normal', 0, true);
  for (const page of truth.pages)
    tallyPage(
      tally,
      'normal',
      {
        file: 'blind.jpg',
        page: page.page,
        status: 'matched',
        registrationNumber: layout.registrationNumber,
        version: layout.version,
        sheetPage: page.sheetPage,
        sheetPages: layout.pages.length,
        rotation: page.rotation,
        colour: 'colour',
        signature: { state: 'absent' },
        date: { state: 'absent' },
        marks: [],
        warnings: [],
        needsReview: false,
        reasons: [],
        elapsedMs: 0,
      },
      page,
    );
  const complaints = underFloors(scanFigures(tally, []));
  expect(complaints.join('\n')).toMatch(/red-recall-normal: 0\.0000/);
  expect(complaints.join('\n')).toMatch(/signature-f1: 0\.0000/);
});
