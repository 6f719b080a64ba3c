import { setOffBombs } from '../../tests/hostile/set-off-bombs.ts';
import { proportion } from '../figures.ts';
import { slowest, type HardenRow } from './row.ts';

/** Small files that swell, given to the reader of scans in a process of its own. */
export const imageBombs: HardenRow = {
  name: 'image-bombs',
  isTimed: true,
  async measure({ say }) {
    const { bombs, peakMb } = await setOffBombs();
    const refused = bombs.filter(({ isRefused }) => isRefused);
    bombs.filter((bomb) => !bomb.isRefused).forEach(({ what }) => say(`not refused: ${what}`));
    return [
      proportion('image-bombs-refused', refused.length, bombs.length),
      slowest(
        'image-bombs-slowest',
        bombs.map(({ ms }) => ms),
      ),
      { name: 'image-bombs-memory', value: peakMb, unit: 'MB', n: bombs.length },
    ];
  },
};
