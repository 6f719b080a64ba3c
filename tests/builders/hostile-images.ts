import { crc32, deflateSync } from 'node:zlib';

const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const START_OF_FRAME = 0xc0;
const TIFF_WIDTH = 256;
const TIFF_HEIGHT = 257;
const TIFF_LONG = 4;

interface PngSize {
  width: number;
  height: number;
  /** Of each sample. */
  bits: 1 | 8 | 16;
  channels: 1 | 3 | 4;
}

const COLOUR_TYPES = { 1: 0, 3: 2, 4: 6 } as const;

/** A true and whole PNG of one colour: 30,000 pixels square in 110 KB. */
export function aPngOfOneColour({ width, height, bits, channels }: PngSize): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = bits;
  header[9] = COLOUR_TYPES[channels];
  const rows = Buffer.alloc(height * (1 + Math.ceil((width * bits * channels) / 8)));
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', new Uint8Array(0)),
  ]);
}

function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

/** The same JPEG (baseline), whose header announces a square of this side. */
export function aJpegThatClaims(jpeg: Uint8Array, sidePx: number): Uint8Array {
  const bytes = Buffer.from(jpeg);
  let at = 2;
  while (bytes[at + 1] !== START_OF_FRAME) at += 2 + bytes.readUInt16BE(at + 2);
  bytes.writeUInt16BE(sidePx, at + 5);
  bytes.writeUInt16BE(sidePx, at + 7);
  return bytes;
}

/** The same little-endian TIFF, whose directory announces a square of this side. */
export function aTiffThatClaims(tiff: Uint8Array, sidePx: number): Uint8Array {
  const bytes = Buffer.from(tiff);
  for (const entry of tiffEntries(bytes)) {
    const tag = bytes.readUInt16LE(entry);
    if (tag !== TIFF_WIDTH && tag !== TIFF_HEIGHT) continue;
    bytes.writeUInt16LE(TIFF_LONG, entry + 2);
    bytes.writeUInt32LE(sidePx, entry + 8);
  }
  return bytes;
}

/** The same TIFF, whose last directory says that the first one comes next, for ever. */
export function aTiffWithoutEnd(tiff: Uint8Array): Uint8Array {
  const bytes = Buffer.from(tiff);
  const directory = bytes.readUInt32LE(4);
  bytes.writeUInt32LE(directory, directory + 2 + bytes.readUInt16LE(directory) * 12);
  return bytes;
}

function tiffEntries(bytes: Buffer): number[] {
  const directory = bytes.readUInt32LE(4);
  return Array.from({ length: bytes.readUInt16LE(directory) }, (_, index) => directory + 2 + index * 12);
}

/** The first share of a file. */
export function cutShort(bytes: Uint8Array, share: number): Uint8Array {
  return bytes.subarray(0, Math.floor(bytes.length * share));
}

/** A hole of zeros in the middle, as a disk that fails leaves them. */
export function withAHole(bytes: Uint8Array): Uint8Array {
  const from = Math.floor(bytes.length * 0.4);
  return Uint8Array.from(bytes).fill(0, from, from + 3_000);
}
