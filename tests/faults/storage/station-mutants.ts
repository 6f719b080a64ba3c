import { createRandom } from '../harness/random.ts';
import { spoiltCopy } from '../harness/spoilt-copy.ts';
import { chooseCuts } from '../power/cut-points.ts';
import {
  ActRefused,
  forgetRecording,
  lostAtCut,
  recordStation,
  type ActKind,
} from '../power/record-station.ts';

const STATION = 'tests/faults/harness/station-child.ts';
const DATABASE = 'src/main/database/open-database.ts';
const FILES = 'src/main/vault/file-store.ts';

interface StationMutant {
  what: string;
  file: string;
  sound: string;
  spoilt: string;
  /** What the station must be doing for it to show; registering, amending and scanning unless told otherwise. */
  kinds?: readonly ActKind[];
}

/** Faults planted in the station, by what they are: a harness that does not see them sees nothing. */
export const STATION_MUTANTS: readonly StationMutant[] = [
  {
    what: 'a base that does not sync',
    file: DATABASE,
    sound: "driver.pragma('synchronous=FULL')",
    spoilt: "driver.pragma('synchronous=NORMAL')",
  },
  {
    what: 'a commit that comes after the answer',
    file: DATABASE,
    sound: 'transaction: (work) =>\n      guard(() => {',
    spoilt: `transaction: (work) =>
      guard(() => {
        if (!driver.inTransaction) {
          driver.exec('BEGIN IMMEDIATE');
          setTimeout(() => driver.exec('COMMIT'), 100);
        }`,
  },
  {
    what: 'a file that is not synced',
    file: FILES,
    sound: 'fsyncSync(descriptor);\n    } finally {\n      closeSync(descriptor);\n    }\n    passing',
    spoilt: '} finally {\n      closeSync(descriptor);\n    }\n    passing',
  },
  {
    what: 'a folder that is not synced after a file is named',
    file: FILES,
    sound: 'renamePatiently(temporary, path);\n    syncFolder(dirname(path));',
    spoilt: 'renamePatiently(temporary, path);',
  },
  {
    what: 'a number of MAX()+1: one that was destroyed is given to somebody else',
    file: 'src/main/domains/registrations/numbers.ts',
    sound: "database.get('SELECT block, next_registration FROM station WHERE id = 1')",
    spoilt: `database.get(
      'SELECT block, (SELECT coalesce(max(CAST(substr(registration_number, 8, 6) AS INTEGER)), 0) + 1 FROM registration) AS next_registration FROM station WHERE id = 1')`,
    kinds: ['register', 'purge'],
  },
  {
    what: 'a place of the chain of MAX()+1: the place of what was destroyed is taken again',
    file: 'src/main/domains/outbox/append-op.ts',
    sound: "stationSeq: numberOf(station, 'next_station_seq')",
    spoilt: `stationSeq: Number(database.get("SELECT coalesce(max(station_seq), 0) + 1 AS next FROM outbox_op WHERE state <> 'erased'")?.['next'])`,
    kinds: ['register', 'purge'],
  },
];

/** The first thing that acts and power cuts show to be wrong with a station that has one of them in it; undefined when they see nothing. */
export async function firstLossOf(
  { file, sound, spoilt, kinds }: StationMutant,
  seed: number,
): Promise<string | undefined> {
  const copy = spoiltCopy(file, sound, spoilt);
  try {
    const recording = await recordStation(seed, 12, copy.path(STATION), kinds);
    try {
      for (const cut of chooseCuts(recording, 60, createRandom(seed))) {
        const [loss] = lostAtCut(recording, cut);
        if (loss !== undefined) return loss;
      }
      return undefined;
    } finally {
      forgetRecording(recording);
    }
  } catch (error) {
    if (error instanceof ActRefused) return error.message;
    throw error;
  } finally {
    copy.remove();
  }
}
