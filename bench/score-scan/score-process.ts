import sharp from 'sharp';
import { PROFILE_NAMES } from '#simulator/plan/profiles.ts';
import { scoreSheet } from './score-sheet.ts';

/** One of the processes that score: it is given the number of a sheet, and plays its return by each population. */

sharp.concurrency(1);
sharp.cache(false);

export interface ScoreTask {
  number: number;
  light: boolean;
}

process.on('message', (task: ScoreTask) => void scoreAll(task));

async function scoreAll({ number, light }: ScoreTask): Promise<void> {
  for (const profile of PROFILE_NAMES)
    process.send?.({ kind: 'score', score: await scoreSheet(profile, number, light) });
  process.send?.({ kind: 'done' });
}
