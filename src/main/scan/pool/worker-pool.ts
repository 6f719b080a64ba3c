import { Worker } from 'node:worker_threads';
import { GuichetError } from '#shared/errors.ts';
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
  /** It was in work when memory ran out: to be read while nothing else is, so that the one at fault is known. */
  alone?: true;
}

interface Slot {
  worker: Worker;
  job?: Job;
  /** When the job was given, or when the worker was ready for it: loading the decoders is not the page's fault. */
  started: Moment;
  ready: boolean;
}

/** By the clock, and in processor time of the whole process, milliseconds. */
interface Moment {
  clockMs: number;
  processorMs: number;
}

export interface PoolLimits {
  /** Of processor time: on a machine that does ten other things at once, a page is not slow because it waits. */
  pageTimeoutMs: number;
  /** By the clock: one that works at nothing is given up too. */
  pageStallMs: number;
  maxGrowthBytes: number;
}

/**
 * Worker threads that are thrown away when a page takes too long or too much memory, and replaced when they die: decoding is
 * native code on hostile input, and only ending its thread stops it. Whatever happens to a worker, its page alone is given up.
 */
export class WorkerPool {
  readonly #size: number;
  readonly #limits: PoolLimits;
  readonly #slots = new Set<Slot>();
  /** Workers told to end that still hold their memory. */
  readonly #ending = new Set<Promise<unknown>>();
  #waiting: Job[] = [];
  #watch: NodeJS.Timeout | undefined;
  #memoryAtRest = 0;

  constructor(size: number, limits: Partial<PoolLimits> = {}) {
    this.#size = size;
    this.#limits = { ...POOL, ...limits };
  }

  /** Resolves for every task, whatever its file does to the worker; rejects when `lookUp` throws, and `cancelled` by `close`. */
  run(task: Task, lookUp: SheetLookup): Promise<TaskResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, lookUp, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#watch);
    this.#watch = undefined;
    const left = [...this.#waiting, ...this.#busy().map(({ job }) => job)];
    this.#waiting = [];
    [...this.#slots].forEach((slot) => this.#release(slot));
    left.forEach((job) => job.reject(new GuichetError('cancelled')));
    await Promise.all(this.#ending);
  }

  #busy(): (Slot & { job: Job })[] {
    return [...this.#slots].filter((slot): slot is Slot & { job: Job } => slot.job !== undefined);
  }

  #next(): void {
    while (this.#startOne());
  }

  #startOne(): boolean {
    const busy = this.#busy();
    const first = this.#waiting[0];
    if (!first || busy.some(({ job }) => job.alone)) return false;
    if (first.alone && (busy.length > 0 || this.#ending.size > 0)) return false;
    const free =
      [...this.#slots].find(({ job }) => !job) ?? (this.#slots.size < this.#size ? this.#hire() : undefined);
    if (!free) return false;
    this.#waiting.shift();
    this.#startWatch();
    if (busy.length === 0) this.#memoryAtRest = process.memoryUsage.rss();
    free.job = first;
    // A worker at rest does not keep the program alive; one that reads does.
    free.worker.ref();
    free.started = now();
    send(free, { kind: 'task', task: first.task });
    return true;
  }

  #hire(): Slot {
    const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: POOL.workerHeapMb },
    });
    const slot: Slot = { worker, started: now(), ready: false };
    worker.on('message', (message: FromWorker) => this.#receive(slot, message));
    // Out of heap, or a defect of the reader: either way the page is given up and the stack goes on.
    worker.on('error', () => this.#dismiss(slot, 'image-unreadable'));
    worker.on('exit', () => this.#dismiss(slot, 'image-unreadable'));
    this.#slots.add(slot);
    return slot;
  }

  #receive(slot: Slot, message: FromWorker): void {
    const { job } = slot;
    if (message.kind === 'ready') {
      slot.ready = true;
      slot.started = now();
      if (slot.job?.alone) this.#memoryAtRest = process.memoryUsage.rss();
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
    if (!this.#slots.delete(slot)) return;
    const ended = slot.worker.terminate().finally(() => {
      this.#ending.delete(ended);
      this.#next();
    });
    this.#ending.add(ended);
  }

  #startWatch(): void {
    if (this.#watch) return;
    this.#watch = setInterval(() => {
      this.#checkTime();
      this.#checkMemory();
    }, POOL.watchEveryMs);
    this.#watch.unref();
  }

  #checkTime(): void {
    const { clockMs, processorMs } = now();
    const busy = this.#busy();
    for (const slot of busy) {
      const waited = clockMs - slot.started.clockMs;
      // Nobody tells whose processor time it is: each page is told to have its share.
      const worked = Math.min(waited, (processorMs - slot.started.processorMs) / busy.length);
      const { pageTimeoutMs, pageStallMs } = this.#limits;
      const tooLong = slot.ready
        ? worked > pageTimeoutMs || waited > pageStallMs
        : waited > POOL.startTimeoutMs;
      if (tooLong) this.#dismiss(slot, 'time-limit');
    }
  }

  /** From outside nobody can tell whose memory it is: each page is begun again alone, and the one that does it alone is given up. */
  #checkMemory(): void {
    const busy = this.#busy();
    const growth = process.memoryUsage.rss() - this.#memoryAtRest;
    if (busy.length === 0 || this.#ending.size > 0 || growth <= this.#limits.maxGrowthBytes) return;
    for (const slot of busy) {
      const { job } = slot;
      if (busy.length === 1) return this.#dismiss(slot, 'image-too-large');
      this.#release(slot);
      this.#waiting.unshift({ ...job, alone: true });
    }
  }
}

function now(): Moment {
  const { user, system } = process.cpuUsage();
  return { clockMs: performance.now(), processorMs: (user + system) / 1000 };
}

function send(slot: Slot, message: ToWorker): void {
  slot.worker.postMessage(message);
}

function gaveUp(task: Task, reason: ReadingCode): TaskResult {
  if (task.kind === 'open') return { kind: 'refused', reason };
  return { kind: 'page', page: unreadablePage({ file: task.file.name, page: task.page }, reason) };
}
