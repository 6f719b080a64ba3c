import { expect, it } from 'vitest';
import { releaseBytes } from './release-bytes.ts';

it('empties what owns its memory, and nothing that shares it', () => {
  const own = new Uint8Array(1_000_000);
  const shared = new Uint8Array(1_000_000).subarray(1);
  releaseBytes(own);
  releaseBytes(shared);
  expect([own.length, shared.length]).toEqual([0, 999_999]);
});

it('gives the memory back without a collection', () => {
  const before = process.memoryUsage().arrayBuffers;
  const bytes = new Uint8Array(64 * 1024 * 1024);
  const during = process.memoryUsage().arrayBuffers;
  releaseBytes(bytes);
  expect([during - before >= 64 * 1024 * 1024, process.memoryUsage().arrayBuffers < during]).toEqual([
    true,
    true,
  ]);
});
