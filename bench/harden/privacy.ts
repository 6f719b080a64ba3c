import { purgeAndSearch } from '../../tests/hostile/purge-and-search.ts';
import { count, slowest, type HardenRow } from './row.ts';

/** The right of access, then a purge under a visa, after which every deciphered byte is searched for whom it destroyed. */
export const privacy: HardenRow = {
  name: 'privacy',
  async measure({ quick, seed, say }) {
    const people = quick ? 20 : 1_000;
    const run = await purgeAndSearch(seed, { people, exported: quick ? 2 : 50 });
    run.residues.forEach(({ where, text }) => say(`purge, seed ${seed}: ${text} in ${where}`));
    return [
      slowest('access-export-slowest', run.exportMs),
      count('access-export-incomplete', run.incompleteExports, run.exportMs.length),
      { ...slowest('purge-slowest', [run.purgeMs]), n: run.destroyed },
      count('purge-residues', run.residues.length, run.keptSeen ? run.looked : 0),
    ];
  },
};
