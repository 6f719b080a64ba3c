import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createRandom } from './harness/random.ts';
import { playBitFlip, stationToDamage } from './storage/bit-flips.ts';
import { playIoFault, type IoFault } from './storage/io-errors.ts';
import { runKillLoop } from './storage/kill-loop.ts';

const SEED = 20_261_128;

it.each<IoFault>([
  { call: 'write', nth: 20, error: 'EIO', forever: false },
  { call: 'sync', nth: 4, error: 'EIO', forever: false },
  { call: 'sync', nth: 6, error: 'ENOSPC', forever: true },
  { call: 'rename', nth: 1, error: 'EIO', forever: false },
])('$error at the $nth-th $call: what a clerk was told is there, and the rest was refused', async (fault) => {
  const { refused, acknowledged, falseAcknowledgements } = await playIoFault(SEED, fault);
  expect({ hit: refused > 0 || acknowledged < 14, falseAcknowledgements }).toEqual({
    hit: true,
    falseAcknowledgements: [],
  });
});

it('a changed bit is seen wherever it is, the station comes back, and says what it lacks', () => {
  const station = stationToDamage(SEED, 60);
  const random = createRandom(SEED);
  const outcomes = Array.from({ length: 15 }, () => playBitFlip(station, random.below(2 ** 31)));
  rmSync(station.root, { recursive: true, force: true });
  expect(outcomes.map(({ isDetected, untold }) => ({ isDetected, untold }))).toEqual(
    outcomes.map(() => ({ isDetected: true, untold: 0 })),
  );
});

it('a station killed again and again has everything it ever told', async () => {
  const { lost, usableMs } = await runKillLoop(SEED, 4, () => undefined);
  expect([lost, usableMs.length]).toEqual([[], 4]);
});
