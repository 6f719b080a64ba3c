import { firstLossOf, STATION_MUTANTS } from '../../tests/faults/storage/station-mutants.ts';
import { proportion } from '../figures.ts';
import type { HardenRow } from './row.ts';

/** Programs with a fault planted in them, that the power cuts must see. */
export const mutants: HardenRow = {
  name: 'mutants',
  async measure({ seed, say }) {
    let caught = 0;
    for (const mutant of STATION_MUTANTS) {
      const loss = await firstLossOf(mutant, seed);
      if (loss !== undefined) caught += 1;
      say(`${mutant.what}: ${loss ?? 'not seen'}`);
    }
    return [proportion('mutants-caught', caught, STATION_MUTANTS.length)];
  },
};
