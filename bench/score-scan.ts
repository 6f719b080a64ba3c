import { parseArgs } from 'node:util';
import { figuresDocument, reportFigures } from './figures.ts';
import { officePages } from './scan/office-pages.ts';
import { measureSpeed } from './score-scan/measure-speed.ts';
import type { Speed } from './score-scan/measure-speed.ts';
import { scanFigures } from './score-scan/scan-figures.ts';
import { scoreCorpus } from './score-scan/score-corpus.ts';
import { FULL_CORPUS, QUICK_CORPUS } from './score-scan/corpus-sizes.ts';

/** Scores the reader on simulated returns that nothing was tuned on: `npm run score:scan`. */

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** The fixed sample of some 200 pages that the tests hold to their floors. */
    quick: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    /** Sheets, each returned once by each population, and the number of the first. */
    sheets: { type: 'string' },
    from: { type: 'string' },
    /** A folder for the pages that were read wrong, and what was wrong with each. */
    out: { type: 'string' },
  },
});

const startedAtMs = Date.now();
const usual = options.quick ? QUICK_CORPUS : FULL_CORPUS;
const size = {
  ...usual,
  sheets: Number(options.sheets ?? usual.sheets),
  from: Number(options.from ?? usual.from),
};
const { tally, errorsMm } = await scoreCorpus(size, options.out);
const speed = options.quick ? undefined : await officeSpeed();
reportFigures(figuresDocument(scanFigures(tally, errorsMm, speed), startedAtMs, options.quick), options);

/** Ordinary returns at 300 dpi, in colour: what an office scans. */
async function officeSpeed(): Promise<Speed> {
  const pages = await officePages(6);
  return measureSpeed({ files: pages, layouts: pages.map(({ layout }) => layout), size: 200, workers: 2 });
}
