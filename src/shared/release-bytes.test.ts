import { expect, it } from 'vitest';
import { releaseBytes } from './release-bytes.ts';

it('empties what owns its memory, and nothing that shares it', () => {
  const own = new Uint8Array(1_000_000);
  const shared = new Uint8Array(1_000_000).subarray(1);
  releaseBytes(own);
  releaseBytes(shared);
  expect([own.length, shared.length]).toEqual([0, 999_999]);
});
