import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assetPath } from '#main/asset-path.ts';
import { compileKernels } from '../../../../tools/scan-kernels/compile.mjs';
import { bytesAt, kernels, layOut } from './kernels.ts';

function halved(words: number[], width: number, height: number): number[] {
  const size = (width >> 1) * (height >> 1) * 3;
  const at = layOut({ words: words.length * 4, rgb: size });
  new Uint32Array(kernels().memory.buffer, at.words, words.length).set(words);
  kernels().halve(at.words, width, height, at.rgb);
  return [...bytesAt(at.rgb, size)];
}

describe('the kernels', () => {
  it('are those that their source makes', async () => {
    expect(Buffer.from(await compileKernels()).equals(readFileSync(assetPath('scan/kernels.wasm')))).toBe(
      true,
    );
  });

  it('average squares of pixels, rounding to the nearest, the last odd column and row left out', () => {
    const word = (r: number, g: number, b: number) => (r | (g << 8) | (b << 16) | (0x77 << 24)) >>> 0;
    const rows = [
      [
        word(0, 10, 255),
        word(1, 10, 255),
        word(100, 0, 0),
        word(100, 0, 4),
        word(40, 50, 60),
        word(40, 50, 60),
        word(9, 9, 9),
      ],
      [
        word(1, 10, 255),
        word(1, 10, 255),
        word(101, 0, 0),
        word(101, 0, 4),
        word(42, 54, 62),
        word(42, 54, 62),
        word(9, 9, 9),
      ],
      [
        word(7, 7, 7),
        word(7, 7, 7),
        word(7, 7, 7),
        word(7, 7, 7),
        word(7, 7, 7),
        word(7, 7, 7),
        word(7, 7, 7),
      ],
    ];
    expect(halved(rows.flat(), 7, 3)).toEqual([1, 10, 255, 101, 0, 2, 41, 52, 61]);
  });
});
