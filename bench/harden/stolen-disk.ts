import { stealDisk } from '../../tests/hostile/steal-disk.ts';
import { proportion } from '../figures.ts';
import { count, type HardenRow } from './row.ts';

/** Everything that a running program has below its folders and its temporary one, searched for all that it was told. */
export const stolenDisk: HardenRow = {
  name: 'stolen-disk',
  async measure({ quick, seed, say }) {
    const { known, hits, files, bytes, planted, unseen } = await stealDisk(seed, quick ? 10 : 80);
    hits.forEach(({ where, text }) => say(`stolen disk, seed ${seed}: ${text} in ${where}`));
    unseen.forEach((path) => say(`stolen disk, seed ${seed}: ${path} was not seen`));
    return [
      count('stolen-disk-hits', hits.length, known),
      proportion('stolen-disk-plants-seen', planted.length - unseen.length, planted.length),
      { name: 'stolen-disk-searched', value: bytes / 1e6, unit: 'MB', n: files },
    ];
  },
};
