import type { Job } from '#shared/contract/jobs.ts';
import { vi } from 'vitest';
import type { TestStation } from './station.ts';

/** The job once it no longer runs. */
export function finishedJob(station: TestStation, id: string): Promise<Job> {
  return vi.waitUntil(
    async () => {
      const job = await station.call('jobs.get', { id });
      return job.state === 'running' ? undefined : job;
    },
    { timeout: 60_000, interval: 50 },
  );
}
