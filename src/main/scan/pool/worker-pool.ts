import { Worker } from 'node:worker_threads';
import type { ReadingCode } from '#shared/contract/page-reading.ts';
import type { SheetLookup } from '../scan-types.ts';
import { POOL } from '../thresholds.ts';
import { unreadablePage } from '../unreadable-page.ts';
import type { FromWorker, Task, ToWorker } from './worker-messages.ts';

export type TaskResult = Extract<FromWorker, { kind: 'opened' | 'refused' | 'page' }>;

interface Job {
  task: Task;
  lookUp: SheetLookup;
  resolve: (result: TaskResult) => void;
  reject: (error: unknown) => void;
}

interface Slot {
  worker: Worker;
  job?: Job;
  /** When the job was given, or when the worker was ready for it: loading the decoders is not the page's fault. */
  startedAt: number;
  ready: boolean;
}

/**
 * Worker threads that are thrown away when a page takes too long or too much memory: decoding is native code on hostile
 * input, and only ending its thread stops it.
 */
export class WorkerPool {
  readonly #size: number;
  readonly #pageTimeoutMs: number;
  readonly #slots = new Set<Slot>();
  readonly #waiting: Job[] = [];
  #watch: NodeJS.Timeout | undefined;
  #memoryAtRest = 0;

  constructor(size: number, limits: { pageTimeoutMs?: number } = {}) {
    this.#size = size;
    this.#pageTimeoutMs = limits.pageTimeoutMs ?? POOL.pageTimeoutMs;
  }

  /** Resolves for every task, whatever its file does to the worker; rejects only when `lookUp` itself throws. */
  run(task: Task, lookUp: SheetLookup): Promise<TaskResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, lookUp, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#watch);
    this.#watch = undefined;
    const workers = [...this.#slots].map(({ worker }) => worker);
    this.#slots.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #next(): void {
    const free =
      [...this.#slots].find(({ job }) => !job) ?? (this.#slots.size < this.#size ? this.#hire() : undefined);
    const job = free && this.#waiting.shift();
    if (!free || !job) return;
    this.#startWatch();
    free.job = job;
    // A worker at rest does not keep the program alive; one that reads does.
    free.worker.ref();
    free.startedAt = performance.now();
    send(free, { kind: 'task', task: job.task });
  }

  #hire(): Slot {
    const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: POOL.workerHeapMb },
    });
    const slot: Slot = { worker, startedAt: 0, ready: false };
    worker.on('message', (message: FromWorker) => this.#receive(slot, message));
    // Out of heap, or a defect of the reader: either way the page is given up and the stack goes on.
    worker.on('error', () => this.#dismiss(slot, 'image-unreadable'));
    this.#slots.add(slot);
    return slot;
  }

  #receive(slot: Slot, message: FromWorker): void {
    const { job } = slot;
    if (message.kind === 'ready') {
      slot.ready = true;
      slot.startedAt = performance.now();
      return;
    }
    if (!job) return;
    if (message.kind === 'lookup') {
      try {
        send(slot, { kind: 'facts', facts: job.lookUp(message.parsed) });
      } catch (error) {
        this.#release(slot);
        job.reject(error);
      }
      return;
    }
    slot.job = undefined;
    slot.worker.unref();
    job.resolve(message);
    this.#next();
  }

  /** Ends a worker; the page it was on is reported unreadable. */
  #dismiss(slot: Slot, reason: ReadingCode): void {
    const { job } = slot;
    this.#release(slot);
    job?.resolve(gaveUp(job.task, reason));
    this.#next();
  }

  #release(slot: Slot): void {
    slot.job = undefined;
    if (this.#slots.delete(slot)) void slot.worker.terminate();
  }

  #startWatch(): void {
    if (this.#watch) return;
    this.#memoryAtRest = process.memoryUsage.rss();
    this.#watch = setInterval(() => this.#check(), POOL.watchEveryMs);
    this.#watch.unref();
  }

  #check(): void {
    const busy = [...this.#slots]
      .filter(({ job, ready }) => job && ready)
      .sort((a, b) => a.startedAt - b.startedAt);
    const oldest = busy[0];
    if (!oldest) return;
    if (process.memoryUsage.rss() - this.#memoryAtRest > POOL.maxGrowthBytes)
      this.#dismiss(oldest, 'image-too-large');
    else if (performance.now() - oldest.startedAt > this.#pageTimeoutMs) this.#dismiss(oldest, 'time-limit');
  }
}

function send(slot: Slot, message: ToWorker): void {
  slot.worker.postMessage(message);
}

function gaveUp(task: Task, reason: ReadingCode): TaskResult {
  if (task.kind === 'open') return { kind: 'refused', reason };
  return { kind: 'page', page: unreadablePage({ file: task.file.name, page: task.page }, reason) };
}
