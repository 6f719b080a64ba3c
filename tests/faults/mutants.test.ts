import { describe, expect, it } from 'vitest';
import { spoiltCopy } from './harness/spoilt-copy.ts';
import { forgetRecording } from './power/record-station.ts';
import { absentAtCut, recordCentre } from './power/record-centre.ts';
import { firstLossOf, STATION_MUTANTS } from './storage/station-mutants.ts';

/** Each power cut of a centre is a start of PostgreSQL. */
const PATIENCE_MS = 300_000;
const SEED = 7;
const CENTRE = 'tests/faults/central-process.ts';

describe('a fault planted in the station', () => {
  it.each(STATION_MUTANTS.map((mutant) => [mutant.what, mutant] as const))(
    '%s is seen',
    async (_what, mutant) => expect(await firstLossOf(mutant, SEED)).toBeTypeOf('string'),
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
      for (const promised of recording.promisedAt.slice(0, 4)) {
        if (absent.length > 0) break;
        absent.push(...(await absentAtCut(recording, { cut: promised + 1, tearing: 'nothing', seed: SEED })));
      }
      forgetRecording(recording);
      copy.remove();
      expect(absent.length).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});
