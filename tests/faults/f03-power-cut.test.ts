import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { newestVersion } from '#main/database/migrate.ts';
import { createRandom } from './harness/random.ts';
import { chooseCuts } from './power/cut-points.ts';
import { openedAfterCut, recordMigration } from './power/record-migration.ts';
import { absentAtCut, recordCentre } from './power/record-centre.ts';
import {
  ACT_KINDS,
  forgetRecording,
  lostAtCut,
  recordStation,
  type StationRecording,
} from './power/record-station.ts';

/** Each power cut of a centre is a start of PostgreSQL. */
const PATIENCE_MS = 300_000;
const SEED = 20_261_127;

describe('F3: the power of a counter is cut', () => {
  let recording: StationRecording;
  beforeAll(async () => {
    recording = await recordStation(SEED, 30, undefined, ACT_KINDS);
  });
  afterAll(() => forgetRecording(recording));

  it('nothing that a clerk saw as saved is lost, and no row names a file that is not whole', () => {
    const losses = chooseCuts(recording, 40, createRandom(SEED)).flatMap((cut) =>
      lostAtCut(recording, cut).map((loss) => ({ ...cut, loss })),
    );
    expect(losses).toEqual([]);
  });

  it('every “Enregistré” was said after the fsync of its act', () => {
    const syncsBefore = recording.told.map(({ step }, index) => {
      const since = recording.told[index - 1]?.step ?? 0;
      return recording.steps.slice(since, step).some(({ kind }) => kind === 'syncEnds');
    });
    expect(syncsBefore).toEqual(recording.told.map(() => true));
  });
});

describe('F16: a base changes its form', () => {
  it('and the power is cut: the next opening finishes it, and nothing of what it held is gone', async () => {
    const recording = await recordMigration(SEED);
    const opened = chooseCuts(recording, 16, createRandom(SEED)).map((cut) => openedAfterCut(recording, cut));
    forgetRecording(recording);
    expect({ isWritten: recording.steps.length > 50, opened }).toEqual({
      isWritten: true,
      opened: opened.map(() => ({ version: newestVersion(), kept: 'gardée' })),
    });
  });
});

describe('F4: the power of the centre is cut', () => {
  it(
    'no receipt names an op, a scan or bytes that are not there',
    async () => {
      const recording = await recordCentre(SEED, 6);
      try {
        const absent: unknown[] = [];
        for (const cut of chooseCuts(recording, 6, createRandom(SEED)))
          for (const what of await absentAtCut(recording, cut)) absent.push({ ...cut, what });
        expect(absent).toEqual([]);
      } finally {
        forgetRecording(recording);
      }
    },
    PATIENCE_MS,
  );
});
