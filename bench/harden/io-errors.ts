import { createRandom } from '../../tests/faults/harness/random.ts';
import { chooseIoFault, playIoFault } from '../../tests/faults/storage/io-errors.ts';
import { count, type HardenRow } from './row.ts';

/** EIO and ENOSPC at the N-th write, sync, rename or truncation below the data folder. */
export const ioErrors: HardenRow = {
  name: 'io-errors',
  async measure({ quick, seed, say }) {
    const plays = quick ? 8 : 300;
    const random = createRandom(seed);
    let [wrong, acknowledged, refused] = [0, 0, 0];
    for (let play = 0; play < plays; play += 1) {
      const outcome = await playIoFault(seed + play, chooseIoFault(random));
      wrong += outcome.falseAcknowledgements.length;
      acknowledged += outcome.acknowledged;
      refused += outcome.refused;
      if (outcome.falseAcknowledgements.length > 0)
        say(`io, seed ${seed + play}: ${JSON.stringify(outcome)}`);
      if (play % 50 === 49) say(`${play + 1} disks that fail`);
    }
    return [
      count('io-error-false-acknowledgements', wrong, acknowledged),
      count('io-error-plays', plays, plays),
      count('io-error-refused', refused, acknowledged + refused),
    ];
  },
};
