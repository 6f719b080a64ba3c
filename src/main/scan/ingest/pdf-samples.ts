import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFString, PDFHexString } from 'pdf-lib';
import type { PDFObject } from 'pdf-lib';
import { Unreadable } from './unreadable.ts';

/** What the numbers of a PDF image mean: grey, RGB, or indexes into a palette of RGB triples. */
export interface SampleMeaning {
  channels: 1 | 3;
  palette?: Uint8Array;
}

const GREY: SampleMeaning = { channels: 1 };
const RGB: SampleMeaning = { channels: 3 };

/** Reads the `/ColorSpace` of an image (ISO 32000-1, 8.6). Throws `Unreadable` for what scanners don't write (CMYK, Lab). */
export function sampleMeaning(
  colorSpace: PDFObject | undefined,
  lookUp: (object: PDFObject | undefined) => PDFObject | undefined,
): SampleMeaning {
  if (colorSpace instanceof PDFName) return byName(colorSpace.decodeText());
  if (!(colorSpace instanceof PDFArray)) throw new Unreadable('unsupported-format');
  const family = lookUp(colorSpace.get(0));
  const name = family instanceof PDFName ? family.decodeText() : '';
  if (name === 'ICCBased') {
    const profile = lookUp(colorSpace.get(1));
    const count = profile instanceof PDFRawStream ? profile.dict.lookup(PDFName.of('N')) : undefined;
    return byComponents(count instanceof PDFNumber ? count.asNumber() : 0);
  }
  if (name === 'Indexed') return indexed(colorSpace, lookUp);
  return byName(name);
}

function byName(name: string): SampleMeaning {
  if (name === 'DeviceGray' || name === 'CalGray' || name === 'G') return GREY;
  if (name === 'DeviceRGB' || name === 'CalRGB' || name === 'RGB') return RGB;
  throw new Unreadable('unsupported-format');
}

function byComponents(count: number): SampleMeaning {
  if (count === 1) return GREY;
  if (count === 3) return RGB;
  throw new Unreadable('unsupported-format');
}

function indexed(
  array: PDFArray,
  lookUp: (object: PDFObject | undefined) => PDFObject | undefined,
): SampleMeaning {
  const base = sampleMeaning(lookUp(array.get(1)), lookUp);
  const table = lookUp(array.get(3));
  if (!(table instanceof PDFString || table instanceof PDFHexString) || base.palette)
    throw new Unreadable('unsupported-format');
  const entries = table.asBytes();
  if (base.channels === 3) return { channels: 1, palette: entries };
  return {
    channels: 1,
    palette: Uint8Array.from({ length: entries.length * 3 }, (_, index) => entries[Math.floor(index / 3)]!),
  };
}

/** Spreads packed samples (1, 2, 4, 8 or 16 bits) to 8 bits of grey or RGB. */
export function unpackSamples(
  bytes: Uint8Array,
  image: { width: number; height: number; bits: number; meaning: SampleMeaning; inverted: boolean },
): { bytes: Uint8Array; channels: 1 | 3 } {
  const { width, height, bits, meaning, inverted } = image;
  const perRow = width * meaning.channels;
  const stride = Math.ceil((perRow * bits) / 8);
  if (bytes.length < stride * height) throw new Unreadable('image-unreadable');
  const samples = new Uint8Array(perRow * height);
  const full = (1 << Math.min(bits, 8)) - 1;
  const scale = meaning.palette ? 1 : 255 / full;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < perRow; x++) {
      const bit = x * bits;
      const byte = bytes[y * stride + (bit >> 3)]!;
      const value = bits >= 8 ? byte : (byte >> (8 - bits - (bit & 7))) & full;
      samples[y * perRow + x] = (inverted ? full - value : value) * scale;
    }
  return meaning.palette
    ? { bytes: throughPalette(samples, meaning.palette), channels: 3 }
    : { bytes: samples, channels: meaning.channels };
}

function throughPalette(samples: Uint8Array, palette: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(samples.length * 3);
  samples.forEach((index, pixel) => rgb.set(palette.subarray(index * 3, index * 3 + 3), pixel * 3));
  return rgb;
}

export function isInverted(dict: PDFDict): boolean {
  const decode = dict.lookup(PDFName.of('Decode'));
  const first = decode instanceof PDFArray ? decode.lookup(0) : undefined;
  return first instanceof PDFNumber && first.asNumber() === 1;
}
