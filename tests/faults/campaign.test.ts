import { expect, it } from 'vitest';
import { runCampaign } from './campaign/run-campaign.ts';
import { faultCount } from './campaign/tally.ts';

const NOTHING_WRONG = { lost: 0, doubled: 0, collisions: 0, withoutVerdict: 0, diverged: 0 };

// Another seed each day; a failure names the seed of its history, and `npm run faults -- --seed N` plays them from there.
const SEED = Math.floor(Date.now() / 86_400_000);

it(`a thousand faults from seed ${SEED}: nothing told to a clerk is lost or doubled, and every queue empties in a minute`, async () => {
  const { powerLosses, ...tally } = await runCampaign(
    SEED,
    { faults: 1_000, stationCuts: 25, centreCuts: 3 },
    (line) => void process.stderr.write(`${line}\n`),
  );
  expect({
    isEnough: faultCount(tally) >= 1_000,
    powerLosses,
    wrong: tally.wrong,
    absent: tally.absent,
    failures: tally.failures,
    isQuiet: Math.max(...tally.quiescencesMs) < 60_000,
  }).toEqual({
    isEnough: true,
    powerLosses: 28,
    wrong: NOTHING_WRONG,
    absent: 0,
    failures: [],
    isQuiet: true,
  });
}, 600_000);
