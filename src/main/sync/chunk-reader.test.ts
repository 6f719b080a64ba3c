import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createChunkReader } from './chunk-reader.ts';

const CHUNK = 8;

function partsOf(bytes: Uint8Array<ArrayBuffer>, sizes: readonly number[]) {
  return async function* () {
    for (let start = 0, index = 0; start < bytes.length; index += 1) {
      const size = sizes[index % sizes.length] ?? 1;
      yield await Promise.resolve(bytes.subarray(start, start + size));
      start += size;
    }
  };
}

it('gives the bytes of any place, whatever parts the file is read in and wherever it is asked again', async () => {
  const file = fc.uint8Array({ maxLength: 60 });
  const sizes = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 });
  const offsets = fc.array(fc.nat(70), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(file, sizes, offsets, async (bytes, parts, asked) => {
      const reader = createChunkReader(partsOf(bytes, parts));
      for (const offset of asked)
        expect(await reader.at(offset, CHUNK)).toEqual(bytes.slice(offset, offset + CHUNK));
      await reader.close();
    }),
  );
});

it('lets go of the file when it is closed in the middle', async () => {
  let isOpen = false;
  const reader = createChunkReader(async function* () {
    isOpen = true;
    try {
      for (;;) yield await Promise.resolve(new Uint8Array(CHUNK));
    } finally {
      isOpen = false;
    }
  });
  await reader.at(0, CHUNK);
  expect(isOpen).toBe(true);
  await reader.close();
  expect(isOpen).toBe(false);
});
