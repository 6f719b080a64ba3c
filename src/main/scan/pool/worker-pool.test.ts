import type { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { aPdfOfOneColour, aPdfThatDraws } from '../../../../tests/builders/scanned-pdf.ts';
import { WorkerPool } from './worker-pool.ts';
import type { PoolLimits, TaskResult } from './worker-pool.ts';
import type { SharedFile } from './worker-messages.ts';

let files = 0;

function aFile(bytes: Uint8Array): SharedFile {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return { id: ++files, name: 'a', bytes: shared };
}

async function aSmallPage(): Promise<SharedFile> {
  const blank = { width: 300, height: 400, channels: 3, background: '#ffffff' } as const;
  return aFile(await sharp({ create: blank }).png().toBuffer());
}

/** Orders to fill the page, thousands of them a second. */
async function aPageThatFills(times: number): Promise<SharedFile> {
  return aFile(await aPdfThatDraws('0 0 595 842 re f\n'.repeat(times)));
}

const anEndlessPage = () => aPageThatFills(120_000);

function aPool(size: number, limits: Partial<PoolLimits> = {}): { pool: WorkerPool; workers: Worker[] } {
  const workers: Worker[] = [];
  const note = (worker: Worker) => workers.push(worker);
  process.on('worker', note);
  const pool = new WorkerPool(size, limits);
  onTestFinished(async () => {
    process.off('worker', note);
    await pool.close();
  });
  return { pool, workers };
}

const lookUp = () => 'foreign' as const;
const open = (pool: WorkerPool, file: SharedFile) => pool.run({ kind: 'open', file }, lookUp);
const read = (pool: WorkerPool, file: SharedFile) => pool.run({ kind: 'page', file, page: 1 }, lookUp);

function said(result: TaskResult): string {
  return result.kind === 'page' ? result.page.reading.reasons.join() : result.kind;
}

test('a page that takes too long is given up, its worker replaced, and the next page read', async () => {
  const { pool, workers } = aPool(1, { pageTimeoutMs: 1_500 });
  const results = await Promise.all([read(pool, await anEndlessPage()), read(pool, await aSmallPage())]);
  expect([results.map(said), workers.length]).toEqual([['time-limit', 'no-code'], 2]);
});

test('a page that works little and lasts is given up too, later', async () => {
  const { pool } = aPool(1, { pageTimeoutMs: Infinity, pageStallMs: 1_500 });
  expect(said(await read(pool, await anEndlessPage()))).toBe('time-limit');
});

test('a worker that dies takes its own page only, and another takes its place', async () => {
  const { pool, workers } = aPool(2);
  const [endless, small] = [await anEndlessPage(), await aSmallPage()];
  await open(pool, endless);
  const doomed = read(pool, endless);
  const others = [read(pool, small), read(pool, small), read(pool, small)];
  await workers[0]!.terminate();
  expect([said(await doomed), (await Promise.all(others)).map(said)]).toEqual([
    'image-unreadable',
    ['no-code', 'no-code', 'no-code'],
  ]);
});

test('of the pages in work when memory runs out, only the one that does it alone is given up', async () => {
  const { pool, workers } = aPool(2, { maxGrowthBytes: 160 * 1024 * 1024 });
  const [long, hungry] = [await aPageThatFills(800), aFile(await aPdfOfOneColour(5_300, 7_500))];
  await Promise.all([open(pool, long), open(pool, hungry)]);
  const results = await Promise.all([read(pool, long), read(pool, hungry)]);
  expect([results.map(said), workers.length > 2]).toEqual([['no-code', 'image-too-large'], true]);
});

test('what is still to be read when the pool closes is cancelled, not forgotten', async () => {
  const { pool } = aPool(1);
  const [endless, small] = [await anEndlessPage(), await aSmallPage()];
  const left = Promise.allSettled([read(pool, endless), read(pool, small)]);
  await pool.close();
  expect(
    (await left).map((one) => (one.status === 'rejected' ? (one.reason as unknown) : one.value.kind)),
  ).toMatchObject([{ code: 'cancelled' }, { code: 'cancelled' }]);
});
