import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { WorkerPool } from './worker-pool.ts';
import type { SharedFile } from './worker-messages.ts';

function aFile(id: number, bytes: Uint8Array): SharedFile {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return { id, name: `${id}.png`, bytes: shared };
}

test('a page that takes too long is given up, its worker replaced, and the next page read', async () => {
  const pool = new WorkerPool(1, { pageTimeoutMs: 400 });
  onTestFinished(() => pool.close());
  const endless = { width: 8_000, height: 9_000, channels: 3, background: '#ffffff' } as const;
  const slow = aFile(1, await sharp({ create: endless }).png({ compressionLevel: 1 }).toBuffer());
  const small = aFile(
    2,
    await sharp({ create: { ...endless, width: 300, height: 400 } })
      .png()
      .toBuffer(),
  );
  const lookUp = () => 'foreign' as const;

  await pool.run({ kind: 'open', file: small }, lookUp);
  const results = await Promise.all([
    pool.run({ kind: 'page', file: slow, page: 1 }, lookUp),
    pool.run({ kind: 'open', file: small }, lookUp),
  ]);

  expect(results).toMatchObject([
    { kind: 'page', page: { reading: { status: 'unreadable', reasons: ['time-limit'] } } },
    { kind: 'opened', pages: 1 },
  ]);
});
