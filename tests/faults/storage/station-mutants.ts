import { createRandom } from '../harness/random.ts';
import { spoiltCopy } from '../harness/spoilt-copy.ts';
import { chooseCuts } from '../power/cut-points.ts';
import { forgetRecording, lostAtCut, recordStation } from '../power/record-station.ts';

const STATION = 'tests/faults/harness/station-child.ts';
const DATABASE = 'src/main/database/open-database.ts';
const FILES = 'src/main/vault/file-store.ts';

/** Faults planted in the station, by what they are: a harness that does not see them sees nothing. */
export const STATION_MUTANTS: readonly { what: string; file: string; sound: string; spoilt: string }[] = [
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
    sound: 'renameSync(temporary, path);\n    syncFolder(dirname(path));',
    spoilt: 'renameSync(temporary, path);',
  },
];

/** How many losses the power cuts show of a station with one of them in it. */
export async function lossesOfMutant(
  { file, sound, spoilt }: (typeof STATION_MUTANTS)[number],
  seed: number,
): Promise<number> {
  const copy = spoiltCopy(file, sound, spoilt);
  try {
    const recording = await recordStation(seed, 12, copy.path(STATION));
    const losses = chooseCuts(recording, 60, createRandom(seed)).flatMap((cut) => lostAtCut(recording, cut));
    forgetRecording(recording);
    return losses.length;
  } finally {
    copy.remove();
  }
}
