import { GuichetError } from '#shared/errors.ts';
import type { JobHandle, JobRunner } from '#main/jobs/job-runner.ts';
import { createChunkChannel, type ChunkChannel } from './chunk-channel.ts';

export interface Exports {
  /** Starts a job that writes into a channel of its own. */
  start(jobs: JobRunner, work: (channel: ChunkChannel, handle: JobHandle) => Promise<unknown>): string;
  /** Throws `unknown-job`, or what stopped the job. */
  take(jobId: string): Promise<Uint8Array | null>;
}

/** The exports under way, by job. */
export function createExports(): Exports {
  const channels = new Map<string, ChunkChannel>();
  return {
    start(jobs, work) {
      for (const [id, channel] of channels) if (channel.isClosed) channels.delete(id);
      const channel = createChunkChannel();
      const jobId = jobs.start('lists.export', async (handle) => {
        try {
          const result = await work(channel, handle);
          channel.close();
          return result;
        } catch (error) {
          channel.close(error instanceof Error ? error : new Error('export', { cause: error }));
          throw error;
        }
      });
      channels.set(jobId, channel);
      return jobId;
    },
    async take(jobId) {
      const channel = channels.get(jobId);
      if (!channel) throw new GuichetError('unknown-job');
      const bytes = await channel.take();
      if (bytes === null) channels.delete(jobId);
      return bytes;
    },
  };
}
