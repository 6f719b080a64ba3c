import { afterEach, expect, test, vi } from 'vitest';
import { rasterisePdf } from './rasterise-pdf.ts';
import { smallLayout, smallPdf } from './testing/small-sheet.ts';

afterEach(() => vi.unstubAllEnvs());

test('a page is drawn at the asked resolution, its black squares black', async () => {
  const page = await rasterisePdf(await smallPdf(smallLayout()), 1, 100);
  const middleOfCode = (Math.round(20.5 * (100 / 25.4)) * page.widthPx + Math.round(99.5 * (100 / 25.4))) * 3;
  expect({
    size: [page.widthPx, page.heightPx],
    corner: [...page.rgb.subarray(0, 3)],
    code: [...page.rgb.subarray(middleOfCode, middleOfCode + 3)],
  }).toEqual({ size: [827, 1170], corner: [255, 255, 255], code: [0, 0, 0] });
});

test('a computer without poppler is told which program it lacks', async () => {
  vi.stubEnv('PATH', '/nulle-part');
  const attempt = rasterisePdf(new Uint8Array([1]), 1, 100);
  await expect(attempt).rejects.toMatchObject({ code: 'file-unsupported', detail: { program: 'pdftoppm' } });
});

test('what is no PDF is unreadable', async () => {
  const attempt = rasterisePdf(new TextEncoder().encode('Ceci est une lettre.'), 1, 100);
  await expect(attempt).rejects.toMatchObject({ code: 'file-unreadable', detail: { program: 'pdftoppm' } });
});
