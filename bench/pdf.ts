import { parseArgs } from 'node:util';
import { figuresDocument, reportFigures, withGoal } from './figures.ts';
import { PDF_GOALS } from './pdf/goals.ts';
import { KINDS, measureMany, measureOne } from './pdf/measure.ts';

/** Measures how fast a confirmation is laid out and drawn, beside other makers of PDF: `npm run bench:pdf`. */

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** 20 rounds and 100 confirmations. */
    quick: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
  },
});

const startedAtMs = Date.now();
const size = options.quick ? { rounds: 20, many: 100 } : { rounds: 200, many: 1_000 };
const figures = [];
for (const kind of KINDS) figures.push(...(await measureOne(kind, size.rounds)));
figures.push(...(await measureMany(size.many)));
reportFigures(
  figuresDocument(
    figures.map((figure) => withGoal(figure, PDF_GOALS)),
    startedAtMs,
    options.quick,
  ),
  options,
);
