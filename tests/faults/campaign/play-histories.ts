import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startChild } from '../harness/child.ts';
import type { Inspection } from '../harness/inspect.ts';
import { addFaults, addInspection, type Tally } from './tally.ts';

interface Outcome {
  inspection: Inspection;
  faults: [kind: string, count: number][];
  quiescenceMs: number;
}

const LANE = fileURLToPath(new URL('lane-process.ts', import.meta.url));
const FAULTS_BETWEEN_WORDS = 500;

/**
 * Histories by their seeds, from `seed` on, until they had `count` faults: one lane for each core. Each is played alone in its
 * lane, so that its seed gives it again whatever the other lanes did.
 */
export async function playHistories(
  tally: Tally,
  seed: number,
  count: number,
  say: (line: string) => void,
): Promise<void> {
  let next = seed;
  let played = 0;
  let said = 0;
  const playLane = async () => {
    const lane = startChild(LANE, []);
    if ((await lane.answer()) === undefined) throw new Error('a lane did not start');
    while (played < count) {
      const history = next;
      next += 1;
      const answer = await lane.ask(history);
      if (answer === undefined) throw new Error(`the lane ended at seed ${history}`);
      played += add(tally, history, JSON.parse(answer) as Outcome);
      if (played - said < FAULTS_BETWEEN_WORDS) continue;
      said = played;
      say(`${said} faults of histories, ${tally.failures.length} failures`);
    }
    await lane.finish();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, playLane));
}

/** How many faults it had. */
function add(tally: Tally, seed: number, { inspection, faults, quiescenceMs }: Outcome): number {
  for (const [kind, count] of faults) addFaults(tally, kind, count);
  addInspection(tally, seed, inspection);
  tally.quiescencesMs.push(quiescenceMs);
  return faults.reduce((sum, [, count]) => sum + count, 0);
}
