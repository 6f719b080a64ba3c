import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { qrMatrix } from './qr-matrix.ts';

const MODULE_PX = 4;
const QUIET_MODULES = 4;

/** The matrix as the pixels of a picture with its quiet zone. */
function pictureOf(payload: string): {
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
  colorSpace: 'srgb';
} {
  const { size, isDark } = qrMatrix(payload);
  const side = (size + 2 * QUIET_MODULES) * MODULE_PX;
  const data = new Uint8ClampedArray(side * side * 4);
  for (let index = 0; index < side * side; index++) {
    const x = Math.floor((index % side) / MODULE_PX) - QUIET_MODULES;
    const y = Math.floor(index / side / MODULE_PX) - QUIET_MODULES;
    data.set([isDark(x, y) ? 0 : 255, isDark(x, y) ? 0 : 255, isDark(x, y) ? 0 : 255, 255], index * 4);
  }
  return { data, width: side, height: side, colorSpace: 'srgb' };
}

describe('the modules of a page’s code', () => {
  test.each([
    ['an ordinary payload, 29 modules', 'G1.271042100013751.1.1.2.1.1.RXKGOJ3VUIJ3YPWQ', 29],
    ['the longest payload, 33 modules', 'G1.271042100013751.120.10.12.10.3.RXKGOJ3VUIJ3YPWQ', 33],
  ])('%s: another reader reads it back at level Q', async (_case, payload, size) => {
    const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
    const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
    await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
    const [found] = await readBarcodes(pictureOf(payload), { formats: ['QRCode'] });
    expect({ text: found?.text, level: found?.ecLevel, size: qrMatrix(payload).size }).toEqual({
      text: payload,
      level: 'Q',
      size,
    });
  });

  test('is white outside of the symbol', () => {
    const { size, isDark } = qrMatrix('G1.271042100013751.1.1.2.1.1.RXKGOJ3VUIJ3YPWQ');
    expect([isDark(-1, 0), isDark(0, -1), isDark(size, 0), isDark(0, size)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
