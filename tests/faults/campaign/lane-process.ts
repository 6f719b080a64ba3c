import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { startCluster } from '../harness/cluster.ts';
import { longHistory } from '../model/steps.ts';
import { playWorld } from '../model/world.ts';

/**
 * Plays histories in a process of its own, with a PostgreSQL of its own: a seed by line on standard input, one line of answer. The
 * first line says that it is ready.
 */
const cluster = await startCluster();
process.stdout.write('{}\n');
for await (const line of createInterface({ input: process.stdin })) {
  const [steps = []] = fc.sample(longHistory, { seed: Number(line), numRuns: 1 });
  const { inspection, faults, quiescenceMs } = await playWorld(cluster, steps);
  process.stdout.write(`${JSON.stringify({ inspection, faults: [...faults], quiescenceMs })}\n`);
}
await cluster.stop();
process.exit(0);
