import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCluster, type Cluster } from './harness/cluster.ts';
import { worldSteps } from './model/steps.ts';
import { playWorld } from './model/world.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster.stop());

const NOTHING_WRONG = { lost: [], doubled: [], collisions: [], withoutVerdict: [], diverged: [] };

// Few and short: what they are for is to be shrunk. The many are in campaign.test.ts. fast-check prints the seed and the shortest list of steps that fails; { seed, path } in the options plays it again.
it('whatever clerks do and whatever breaks, nothing told to them is lost or doubled, and every queue empties', async () => {
  await fc.assert(
    fc.asyncProperty(worldSteps, async (steps) => {
      const { inspection } = await playWorld(cluster, steps);
      expect(inspection).toEqual(NOTHING_WRONG);
    }),
    { numRuns: 6, interruptAfterTimeLimit: 90_000 },
  );
}, 300_000);
