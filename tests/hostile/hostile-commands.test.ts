import { expect, it } from 'vitest';
import { attackCommands } from './attack-commands.ts';
import { findWrapping } from './one-wrapper.ts';

const FRESH_SEED = Date.now() % 1_000_000;

it('every command is reached through one wrapper, and by no other way', async () => {
  const { commands, wrapped, bypasses } = await findWrapping();
  expect({ wrapped: wrapped.length, bypasses }).toEqual({ wrapped: commands, bypasses: [] });
});

it.each([
  { seed: 20_261_128, payloads: 3 },
  { seed: FRESH_SEED, payloads: 3 },
])(
  'every command answers hostile payloads with a value or a code of the closed set, and the base stays sound (seed $seed)',
  async ({ seed, payloads }) => {
    const { calls, done, unclosed, verification } = await attackCommands(seed, { payloads });
    expect(unclosed).toEqual([]);
    expect({ faults: verification.faults, badFiles: verification.badFiles }).toEqual({
      faults: [],
      badFiles: [],
    });
    // Payloads that never pass a door would prove nothing of what is behind it.
    expect(done / calls).toBeGreaterThan(0.1);
  },
  240_000,
);
