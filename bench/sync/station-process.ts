import type { CommandName } from '#shared/contract/index.ts';
import { benchFolders, openStation } from '../register/bench-station.ts';
import { serve } from './child.ts';

/** An unlocked station that does what it is told: `station-process.ts <folder>`. */
const { core, call } = await openStation(benchFolders(process.argv[2] ?? ''));

/** Sends everything that waits; how long that took, seen from the station. */
async function sync(): Promise<{ seconds: number; cpuSeconds: number; summary: unknown }> {
  const cpu = process.cpuUsage();
  const startedAtMs = performance.now();
  const { jobId } = await call('sync.run', {});
  await new Promise<void>((resolve) => {
    const stop = core.listen((name) => {
      if (name !== 'jobs.progressed') return;
      void call('jobs.get', { id: jobId }).then(({ state }) => {
        if (state === 'running') return;
        stop();
        resolve();
      });
    });
  });
  const { state, error, result } = await call('jobs.get', { id: jobId });
  if (state !== 'done') throw new Error(`sync ${state}: ${error?.code ?? ''}`);
  const { user, system } = process.cpuUsage(cpu);
  return {
    seconds: (performance.now() - startedAtMs) / 1000,
    cpuSeconds: (user + system) / 1e6,
    summary: result,
  };
}

serve(
  {
    sync,
    call: ({ name, input }: { name: CommandName; input: never }) => call(name, input),
  },
  () => core.close(),
);
