import { monitorEventLoopDelay } from 'node:perf_hooks';
import { keepHeapSmall } from '#main/small-heap.ts';
import type { CommandName } from '#shared/contract/index.ts';
import type { LoopLag, SyncSeen } from './bench-line.ts';
import { serve } from './child.ts';

/** An unlocked station that does what it is told: `station-process.ts <folder>`. */

// First, as every host of the program does: its sources are compiled as they are loaded, which the built program's are not.
keepHeapSmall();
const { benchFolders, openStation } = await import('../register/bench-station.ts');
const { core, call } = await openStation(benchFolders(process.argv[2] ?? ''));

/** Sends everything that waits, of which so many ops; how long that took, seen from the station. */
async function sync({ ops = 0 }: { ops?: number } = {}): Promise<SyncSeen> {
  const cpu = process.cpuUsage();
  const startedAtMs = performance.now();
  const secondsSoFar = () => (performance.now() - startedAtMs) / 1000;
  let opsSeconds: number | undefined;
  const { jobId } = await call('sync.run', {});
  await new Promise<void>((resolve) => {
    const stop = core.listen((name) => {
      if (name !== 'jobs.progressed') return;
      void call('jobs.get', { id: jobId }).then(({ state, done }) => {
        if (done >= ops) opsSeconds ??= secondsSoFar();
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
    seconds: secondsSoFar(),
    opsSeconds: opsSeconds ?? secondsSoFar(),
    cpuSeconds: (user + system) / 1e6,
    summary: result as SyncSeen['summary'],
  };
}

const RESOLUTION_MS = 1;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

function watchLoop(): void {
  delay.reset();
  delay.enable();
}

function loopLag(): LoopLag {
  delay.disable();
  // What is measured is the time between two ticks.
  const lateMs = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  return { p99Ms: lateMs(delay.percentile(99)), maxMs: lateMs(delay.max), count: delay.count };
}

serve(
  {
    sync,
    watchLoop,
    loopLag,
    call: ({ name, input }: { name: CommandName; input: never }) => call(name, input),
  },
  () => core.close(),
);
