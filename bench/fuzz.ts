import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PARSERS } from '../tests/fuzz/all-parsers.ts';
import { runFuzz, shared } from '../tests/fuzz/run-fuzz.ts';
import { figuresDocument, reportFigures, withGoal, type Figure } from './figures.ts';
import { FUZZ_GOALS } from './fuzz/goals.ts';

/** Damages sound inputs and gives them to every reader of the program: `npm run fuzz -- --count 1000000 --only pdf`. */

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** 10,000 inputs in all. */
    quick: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    /** Inputs of each parser. */
    count: { type: 'string' },
    /** Parsers by name, separated by commas. */
    only: { type: 'string' },
    seed: { type: 'string' },
    /** Where the inputs of failures are kept. */
    out: { type: 'string', default: 'out/fuzz' },
  },
});

const startedAtMs = Date.now();
const seed = Number(options.seed ?? startedAtMs % 1_000_000);
const count = Number(options.count ?? 20_000);
const asked = options.only?.split(',') ?? PARSERS.map(({ name }) => name);
const unknown = asked.filter((name) => !PARSERS.some((parser) => parser.name === name));
if (!Number.isInteger(seed) || !(count > 0) || unknown.length > 0)
  throw new Error(
    `--seed and --count are whole numbers; --only names of: ${PARSERS.map(({ name }) => name).join(', ')}.`,
  );
process.stderr.write(`seed ${seed}\n`);

const figures: Figure[] = [];
let [failed, total, peakMiB] = [0, 0, 0];
for (const parser of PARSERS.filter(({ name }) => asked.includes(name))) {
  const plan = options.quick ? shared(parser, 10_000) : { parser: parser.name, count };
  const outcome = await runFuzz([plan], seed);
  for (const failure of outcome.failures) {
    mkdirSync(options.out, { recursive: true });
    const file = join(options.out, `${failure.parser}-${seed}-${failure.index}`);
    writeFileSync(file, failure.input);
    writeFileSync(`${file}.txt`, `seed ${seed}, input ${failure.index}: ${failure.kind}\n${failure.error}\n`);
    process.stderr.write(`${failure.kind}: ${file}: ${failure.error.split('\n', 1)[0]}\n`);
  }
  const { read, refused, thrown } = outcome.played.get(parser.name) ?? { read: 0, refused: 0, thrown: 0 };
  const played = read + refused + thrown;
  total += plan.count;
  failed += outcome.failures.length;
  peakMiB = Math.max(peakMiB, outcome.peakMiB);
  figures.push({
    name: `fuzz-${parser.name}-failures`,
    value: outcome.failures.length,
    unit: 'count',
    n: plan.count,
  });
  figures.push({
    name: `fuzz-${parser.name}-read`,
    value: played === 0 ? 0 : read / played,
    unit: 'ratio',
    n: played,
  });
}
figures.unshift({ name: 'fuzz-failures', value: failed, unit: 'count', n: total });
figures.push({ name: 'fuzz-peak-memory', value: peakMiB, unit: 'MiB', n: total });
reportFigures(
  figuresDocument(
    figures.map((figure) => withGoal(figure, FUZZ_GOALS)),
    startedAtMs,
    options.quick,
  ),
  options,
);
