import { describe, expect, it } from 'vitest';
import { createRandom } from './harness/random.ts';
import { spoiltCopy } from './harness/spoilt-copy.ts';
import { chooseCuts } from './power/cut-points.ts';
import { forgetRecording, lostAtCut, recordStation } from './power/record-station.ts';
import { absentAtCut, recordCentre } from './power/record-centre.ts';

/** Each power cut of a centre is a start of PostgreSQL. */
const PATIENCE_MS = 300_000;
const SEED = 7;
const STATION = 'tests/faults/harness/station-child.ts';
const CENTRE = 'tests/faults/central-process.ts';
const DATABASE = 'src/main/database/open-database.ts';

describe('a fault planted in the station', () => {
  it.each([
    [
      'a base that does not sync',
      DATABASE,
      "driver.pragma('synchronous=FULL')",
      "driver.pragma('synchronous=NORMAL')",
    ],
    [
      'a commit that comes after the answer',
      DATABASE,
      'transaction: (work) =>\n      guard(() => {',
      `transaction: (work) =>
      guard(() => {
        if (!driver.inTransaction) {
          driver.exec('BEGIN IMMEDIATE');
          setTimeout(() => driver.exec('COMMIT'), 100);
        }`,
    ],
    [
      'a file that is not synced',
      'src/main/vault/file-store.ts',
      'fsyncSync(descriptor);\n    } finally {\n      closeSync(descriptor);\n    }\n    passing',
      '} finally {\n      closeSync(descriptor);\n    }\n    passing',
    ],
  ])(
    '%s is seen by the power cuts',
    async (_what, file, sound, spoilt) => {
      const copy = spoiltCopy(file, sound, spoilt);
      const recording = await recordStation(SEED, 12, copy.path(STATION));
      const cuts = chooseCuts(recording, 60, createRandom(SEED));
      const losses = cuts.flatMap((cut) => lostAtCut(recording, cut));
      forgetRecording(recording);
      copy.remove();
      expect(losses.length).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});

describe('a fault planted in the centre', () => {
  it.each([
    [
      'a receipt that leaves before its commit is on disk',
      'src/central/postgres/database.ts',
      "await client.query('BEGIN');",
      "await client.query('BEGIN; SET LOCAL synchronous_commit = off');",
    ],
  ])(
    '%s is seen by the power cuts',
    async (_what, file, sound, spoilt) => {
      const copy = spoiltCopy(file, sound, spoilt);
      const recording = await recordCentre(SEED, 3, copy.path(CENTRE));
      const absent: string[] = [];
      for (const promised of recording.promisedAt.slice(0, 4))
        absent.push(...(await absentAtCut(recording, { cut: promised + 1, tearing: 'nothing', seed: SEED })));
      forgetRecording(recording);
      copy.remove();
      expect(absent.length).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});
