import { rmSync } from 'node:fs';
import { playBitFlip, stationToDamage } from '../../tests/faults/storage/bit-flips.ts';
import { proportion } from '../figures.ts';
import { count, slowest, type HardenRow } from './row.ts';

/** One bit of a copy changes: whether it is seen, how long the station takes to come back, and whether it says what it lacks. */
export const bitFlips: HardenRow = {
  name: 'bit-flips',
  measure({ quick, seed, say }) {
    const copies = quick ? 30 : 1_000;
    const station = stationToDamage(seed, quick ? 80 : 400);
    let [detected, untold, missing] = [0, 0, 0];
    const restoreMs: number[] = [];
    for (let copy = 0; copy < copies; copy += 1) {
      const outcome = playBitFlip(station, seed + copy);
      detected += Number(outcome.isDetected);
      untold += outcome.untold;
      missing += outcome.missing;
      restoreMs.push(outcome.restoreMs);
      if (!outcome.isDetected || outcome.untold > 0)
        say(`bit, seed ${seed + copy}: ${JSON.stringify(outcome)}`);
      if (copy % 100 === 99) say(`${copy + 1} bits`);
    }
    rmSync(station.root, { recursive: true, force: true });
    return [
      proportion('bit-flip-detected', detected, copies),
      slowest('bit-flip-restore-slowest', restoreMs),
      count('bit-flip-untold-losses', untold, copies * station.numbers.length),
      count('bit-flip-told-losses', missing, copies * station.numbers.length),
    ];
  },
};
