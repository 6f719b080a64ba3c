import { expect, it } from 'vitest';
import { PARSERS } from './all-parsers.ts';
import { runFuzz, shared } from './run-fuzz.ts';

const INPUTS_OF_A_SEED = 5_000;

/** Played on every machine alike. */
const FIXED_SEED = 20_261_128;
const FRESH_SEED = Date.now() % 1_000_000;

it.each([
  ['the same each time', FIXED_SEED],
  ['new each time', FRESH_SEED],
])(
  'of thousands of damaged inputs, %s (seed %i), each is read or refused in the parser’s own words',
  async (_, seed) => {
    const plans = PARSERS.map((parser) => shared(parser, INPUTS_OF_A_SEED));
    const { failures, played } = await runFuzz(plans, seed);
    const told = failures.map(({ parser, index, kind, error, input }) => ({
      seed,
      parser,
      index,
      kind,
      error,
      input: Buffer.from(input).toString('base64').slice(0, 20_000),
    }));
    expect(told).toEqual([]);
    expect([...played].map(([parser, { read, refused }]) => ({ parser, count: read + refused }))).toEqual(
      plans,
    );
  },
);
