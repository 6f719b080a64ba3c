import '../tools/compile-cache.mjs';
import { parseArgs } from 'node:util';
import { figuresDocument, reportFigures, withGoal, type Figure, type FiguresDocument } from './figures.ts';
import { HARDEN_GOALS } from './harden/goals.ts';
import { HARDEN_ROWS } from './harden/rows.ts';

/** Attacks a station in every way its disk, its power and people may: `npm run harden -- --quick`. */

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Minutes instead of hours: that each row works. */
    quick: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    /** Rows by name, separated by commas. */
    only: { type: 'string' },
    seed: { type: 'string' },
  },
});

const startedAtMs = Date.now();
const seed = Number(options.seed ?? startedAtMs % 1_000_000);
const asked = options.only?.split(',') ?? HARDEN_ROWS.map(({ name }) => name);
const unknown = asked.filter((name) => !HARDEN_ROWS.some((row) => row.name === name));
if (!Number.isInteger(seed) || unknown.length > 0)
  throw new Error(
    `--seed is a whole number; --only names of: ${HARDEN_ROWS.map(({ name }) => name).join(', ')}.`,
  );
const say = (line: string) => void process.stderr.write(`${line}\n`);
say(`seed ${seed}`);

const figures: Figure[] = [];
const absent: NonNullable<FiguresDocument['absent']> = [];
for (const row of HARDEN_ROWS.filter(({ name }) => asked.includes(name))) {
  try {
    figures.push(...(await row.measure({ quick: options.quick, seed, say })));
  } catch (error) {
    // A row that cannot be played here (no compiler, no right to mount) is absent with its reason, never a success.
    absent.push({ name: row.name, reason: String(error) });
    process.exitCode = 1;
  }
}
reportFigures(
  figuresDocument(
    figures.map((figure) => withGoal(figure, HARDEN_GOALS)),
    startedAtMs,
    options.quick,
    absent,
  ),
  options,
);
