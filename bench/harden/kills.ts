import { runKillLoop } from '../../tests/faults/storage/kill-loop.ts';
import { count, slowest, type HardenRow } from './row.ts';

/** kill -9 at moments of chance, on one station. */
export const kills: HardenRow = {
  name: 'kills',
  isTimed: true,
  async measure({ quick, seed, say }) {
    const { cycles, acknowledged, lost, usableMs } = await runKillLoop(seed, quick ? 10 : 1_000, say);
    for (const one of lost) say(`kill, seed ${seed}: ${one}`);
    return [
      count('kill-lost', lost.length, acknowledged),
      count('kill-cycles', cycles, cycles),
      slowest('kill-usable-slowest', usableMs),
      { ...slowest('kill-usable-median', [median(usableMs)]), n: usableMs.length },
    ];
  },
};

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
