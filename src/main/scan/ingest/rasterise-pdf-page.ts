import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { EncodedImage } from './decode-image.ts';
import { Unreadable } from './unreadable.ts';

/** 200 dpi on A4; larger paper is drawn coarser, to the side a page is read at. */
const PX_PER_POINT = 200 / 72;
const MAX_SIDE_PX = 2_340;

let loading: Promise<PDFiumLibrary> | undefined;

/** The library would fetch its WebAssembly by itself; ours comes from the installed package. Hostile files stay in its memory. */
async function load(): Promise<PDFiumLibrary> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  return PDFiumLibrary.init({ wasmBinary });
}

/**
 * Draws a page that is not one plain image: fax, JPEG 2000, strips, layers, or typed. A hundred times slower than taking an image
 * out, so only for those. `page` from 1. Throws `Unreadable`.
 */
export async function rasterisePdfPage(bytes: Uint8Array, page: number): Promise<EncodedImage> {
  const library = await (loading ??= load());
  const document = await library.loadDocument(bytes).catch((cause: unknown) => {
    throw new Unreadable('image-unreadable', { cause });
  });
  try {
    const drawn = document.getPage(page - 1);
    const { originalWidth, originalHeight } = drawn.getOriginalSize();
    const scale = Math.min(PX_PER_POINT, MAX_SIDE_PX / Math.max(originalWidth, originalHeight));
    const { data, width, height } = await drawn.render({ scale });
    const bytes = withoutAlpha(data, width * height);
    document.destroy();
    return { kind: 'raw', bytes, width, height, channels: 3 };
  } catch (cause) {
    // A library that failed in the middle of a page is not asked again: its memory may be anything.
    loading = undefined;
    throw new Unreadable('image-unreadable', { cause });
  }
}

function withoutAlpha(rgba: Uint8Array, pixels: number): Uint8Array {
  const rgb = new Uint8Array(pixels * 3);
  for (let pixel = 0, from = 0, to = 0; pixel < pixels; pixel++, from += 4, to += 3) {
    rgb[to] = rgba[from]!;
    rgb[to + 1] = rgba[from + 1]!;
    rgb[to + 2] = rgba[from + 2]!;
  }
  return rgb;
}
