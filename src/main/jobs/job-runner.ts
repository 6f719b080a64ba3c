import type { Job } from '#shared/contract/jobs.ts';
import { GuichetError } from '#shared/errors.ts';
import { toWireError } from '#shared/wire/envelope.ts';
import { newId } from '#main/new-id.ts';

export interface JobReport {
  done: number;
  total: number | null;
  label: string;
}

export interface JobHandle {
  /** Aborted when someone cancels; the work stops at its next safe point and throws `cancelled`. */
  signal: AbortSignal;
  report(progress: JobReport): void;
}

export type JobWork = (handle: JobHandle) => Promise<unknown>;

export interface JobRunner {
  /** Starts work that outlives the call; the answer is the job's id. */
  start(kind: string, work: JobWork): string;
  get(id: string): Job;
  list(): Job[];
  cancel(id: string): void;
  /** Resolves when nothing runs any more. */
  settle(): Promise<void>;
  /** Cancels everything and waits. */
  stop(): Promise<void>;
}

const KEPT_JOBS = 50;

/** `onUnexpected` is told of failures nobody foresaw, by the job's kind, as the core tells those of a command. */
export function createJobRunner(
  onProgress: (job: Job) => void,
  onUnexpected?: (error: unknown, kind: string) => void,
): JobRunner {
  const jobs = new Map<string, Job>();
  const running = new Map<string, { controller: AbortController; promise: Promise<void> }>();

  const update = (id: string, change: Partial<Job>) => {
    const job = { ...getJob(jobs, id), ...change };
    jobs.set(id, job);
    onProgress(job);
  };

  const run = async (id: string, work: JobWork, controller: AbortController) => {
    try {
      const result = await work({ signal: controller.signal, report: (progress) => update(id, progress) });
      update(id, { state: 'done', result });
    } catch (error) {
      const cancelled = error instanceof GuichetError && error.code === 'cancelled';
      if (!(error instanceof GuichetError)) onUnexpected?.(error, getJob(jobs, id).kind);
      update(id, { state: cancelled ? 'cancelled' : 'failed', error: toWireError(error) });
    } finally {
      running.delete(id);
    }
  };

  const settle = async () => {
    while (running.size > 0) await Promise.all([...running.values()].map((job) => job.promise));
  };

  return {
    start(kind, work) {
      const id = newId();
      const controller = new AbortController();
      forgetOldest(jobs, running);
      jobs.set(id, { id, kind, state: 'running', done: 0, total: null, label: '', error: null });
      running.set(id, { controller, promise: Promise.resolve().then(() => run(id, work, controller)) });
      return id;
    },
    get: (id) => getJob(jobs, id),
    list: () => [...jobs.values()].reverse(),
    cancel: (id) => running.get(getJob(jobs, id).id)?.controller.abort(),
    settle,
    async stop() {
      for (const job of running.values()) job.controller.abort();
      await settle();
    },
  };
}

function forgetOldest(jobs: Map<string, Job>, running: ReadonlyMap<string, unknown>): void {
  for (const old of [...jobs.keys()].slice(0, Math.max(0, jobs.size - KEPT_JOBS)))
    if (!running.has(old)) jobs.delete(old);
}

function getJob(jobs: Map<string, Job>, id: string): Job {
  const job = jobs.get(id);
  if (!job) throw new GuichetError('unknown-job');
  return job;
}
