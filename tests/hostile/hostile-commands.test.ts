import { expect, it } from 'vitest';
import { attackCommands } from './attack-commands.ts';

const FRESH_SEED = Date.now() % 1_000_000;

it(`every command answers hostile payloads with a value or a code of the closed set, and the base stays sound (seed ${FRESH_SEED})`, async () => {
  const { calls, done, unclosed, verification } = await attackCommands(FRESH_SEED, 4);
  expect(unclosed).toEqual([]);
  expect({ faults: verification.faults, badFiles: verification.badFiles }).toEqual({
    faults: [],
    badFiles: [],
  });
  // Payloads that never pass a door would prove nothing of what is behind it.
  expect(done / calls).toBeGreaterThan(0.1);
}, 240_000);
