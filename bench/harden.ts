import '../tools/compile-cache.mjs';
import { parseArgs } from 'node:util';
import { figuresDocument, reportFigures, withGoal } from './figures.ts';
import { HARDEN_GOALS } from './harden/goals.ts';
import { measureInLanes, type RowOutcome } from './harden/in-lanes.ts';
import { HARDEN_ROWS } from './harden/rows.ts';
import type { HardenRow } from './harden/row.ts';

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

const rows = HARDEN_ROWS.filter(({ name }) => asked.includes(name));
const outcomes = await (rows.length === 1 ? measureHere(rows) : measureApart(rows));
const inOrder = rows.flatMap(({ name }) => outcomes.get(name) ?? []);
const figures = inOrder.flatMap((outcome) => outcome.figures);
const absent = inOrder.flatMap((outcome) => outcome.absent ?? []);
// A goal that nothing was measured for is no success either.
if (options.only === undefined && absent.length === 0)
  for (const name of Object.keys(HARDEN_GOALS))
    if (!figures.some((figure) => figure.name === name)) absent.push({ name, reason: 'nothing measured it' });
if (absent.length > 0) process.exitCode = 1;
reportFigures(
  figuresDocument(
    figures.map((figure) => withGoal(figure, HARDEN_GOALS)),
    startedAtMs,
    options.quick,
    absent,
  ),
  options,
);

function measureApart(several: readonly HardenRow[]): Promise<Map<string, RowOutcome>> {
  say(`seed ${seed}`);
  return measureInLanes(several, ['--seed', String(seed), ...(options.quick ? ['--quick'] : [])]);
}

async function measureHere(several: readonly HardenRow[]): Promise<Map<string, RowOutcome>> {
  const outcome = new Map<string, RowOutcome>();
  for (const row of several) {
    const { name } = row;
    const rowStartedAtMs = Date.now();
    try {
      outcome.set(name, { figures: await row.measure({ quick: options.quick, seed, say }) });
    } catch (error) {
      // A row that cannot be played here (no compiler, no right to mount) is absent with its reason, never a success.
      outcome.set(name, { figures: [], absent: [{ name, reason: String(error) }] });
    }
    say(`${name}, seed ${seed}: ${Math.round((Date.now() - rowStartedAtMs) / 1_000)} s`);
  }
  return outcome;
}
