import { availableParallelism } from 'node:os';
import { GuichetError } from '#shared/errors.ts';
import { WorkerPool } from './pool/worker-pool.ts';
import type { SharedFile } from './pool/worker-messages.ts';
import { SharedFiles } from './shared-files.ts';
import type { ReadPage, ScanFile, SheetLookup } from './scan-types.ts';
import { StackJudge } from './stack-judge.ts';
import { unreadablePage } from './unreadable-page.ts';

export interface ReadOptions {
  /**
   * Once per page. The pages of a sheet come together, when the last of them was read. The image's bytes are the listener's only
   * until it returns: a stack of images waiting for the collector of garbage is a hundred megabytes.
   */
  onPage(page: ReadPage): void;
  signal?: AbortSignal;
}

/** In the order of the stack. What is thrown while one is awaited ends the reading. */
export type ScanFiles = Iterable<ScanFile> | AsyncIterable<ScanFile>;

export interface ScanReader {
  /**
   * Reads a stack, whole or as its files come: each page is judged as soon as those before it are. A file that can't be read is a page of status "unreadable", and the stack goes on. Throws `cancelled` when
   * the signal is raised, and whatever `lookup` or `onPage` throws.
   */
  read(files: ScanFiles, lookup: SheetLookup, options: ReadOptions): Promise<void>;
  close(): Promise<void>;
}

/** Pages in work beyond the workers, so that none waits for the next page while memory stays bounded. */
const AHEAD = 2;

export function createScanReader(options: { workers?: number } = {}): ScanReader {
  const workers = options.workers ?? availableParallelism();
  const pool = new WorkerPool(workers);
  const lent = new SharedFiles();
  return {
    read: (files, lookup, { onPage, signal }) =>
      readStack({ pool, lent, lookup, signal, ahead: workers + AHEAD }, files, onPage),
    close: () => pool.close(),
  };
}

interface Work {
  pool: WorkerPool;
  lent: SharedFiles;
  lookup: SheetLookup;
  signal: AbortSignal | undefined;
  ahead: number;
}

async function readStack(work: Work, files: ScanFiles, onPage: (page: ReadPage) => void): Promise<void> {
  const judge = new StackJudge((page) => {
    onPage(page);
    release(page);
  });
  const judgeAfter = (before: Promise<void>, reading: Promise<ReadPage>) => {
    const judged = Promise.all([reading, before]).then(([page]) => {
      throwIfCancelled(work.signal);
      judge.take(page);
    });
    // Whoever awaits it hears of its failure; until then it is nobody's.
    judged.catch(() => undefined);
    return judged;
  };
  /** Each once its page was judged, after those before it: the next page of a scanner may be long in coming. */
  const inWork: Promise<void>[] = [];
  let last = Promise.resolve();
  try {
    for await (const { reading } of startPages(work, files)) {
      last = judgeAfter(last, reading);
      inWork.push(last);
      if (inWork.length >= work.ahead) await inWork.shift();
      throwIfCancelled(work.signal);
    }
    await last;
    throwIfCancelled(work.signal);
    judge.finish();
  } catch (error) {
    await Promise.allSettled(inWork);
    judge.abandon();
    throw error;
  }
}

function release({ image }: ReadPage): void {
  if (image?.jpeg.buffer instanceof ArrayBuffer) image.jpeg.buffer.transfer(0);
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new GuichetError('cancelled');
}

/** Starts the pages one after the other, in the order of the stack; none waits for those before it to be read. */
async function* startPages(work: Work, files: ScanFiles): AsyncGenerator<{ reading: Promise<ReadPage> }> {
  for await (const { name, bytes } of files) {
    throwIfCancelled(work.signal);
    const file = work.lent.lend(name, bytes);
    const opened = await work.pool.run({ kind: 'open', file }, work.lookup);
    if (opened.kind === 'refused')
      yield { reading: Promise.resolve(unreadablePage({ file: name, page: 1 }, opened.reason)) };
    const readings: Promise<ReadPage>[] = [];
    for (let page = 1; opened.kind === 'opened' && page <= opened.pages; page++) {
      const reading = readOne(work, file, page);
      readings.push(reading);
      yield { reading };
    }
    void Promise.allSettled(readings).then(() => work.lent.takeBack(file));
  }
}

async function readOne({ pool, lookup }: Work, file: SharedFile, page: number): Promise<ReadPage> {
  const result = await pool.run({ kind: 'page', file, page }, lookup);
  if (result.kind === 'page') return result.page;
  return unreadablePage(
    { file: file.name, page },
    result.kind === 'refused' ? result.reason : 'image-unreadable',
  );
}
