import type { Job } from '#shared/contract/jobs.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import type { UnlockedCore } from './command.ts';

/** Follows a job to its end, telling its progress. Returns its result; throws the failure it ended with. */
export async function waitForJob(
  station: UnlockedCore,
  jobId: string,
  onProgress: (job: Job) => void = () => {},
): Promise<unknown> {
  const finished = Promise.withResolvers<Job>();
  const settle = (job: Job) => (job.state === 'running' ? onProgress(job) : finished.resolve(job));
  const stop = station.core.listen((name, payload) => {
    if (name === 'jobs.progressed' && (payload as Job).id === jobId) settle(payload as Job);
  });
  settle(await station.call('jobs.get', { id: jobId }));
  const job = await finished.promise;
  stop();
  if (job.error) throw fromWireError(job.error);
  return job.result;
}
