import { deflateSync } from 'node:zlib';

export interface TiffPage {
  widthPx: number;
  heightPx: number;
  /** 1 grey, 3 RGB. */
  channels: 1 | 3;
  dpi: number;
  pixels: Uint8Array;
}

/** Tags of TIFF 6.0 and of its Technical Note 2 (Deflate), in the ascending order that the format asks. */
const TAG = {
  imageWidth: 256,
  imageLength: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  xResolution: 282,
  yResolution: 283,
  resolutionUnit: 296,
} as const;

const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;
const DEFLATE = 8;
const INCHES = 2;
const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;

interface Entry {
  tag: number;
  type: typeof SHORT | typeof LONG | typeof RATIONAL;
  count: number;
  /** The value, or where it lies in the file. */
  value: number;
}

/** Writes a TIFF of one image a page, as office scanners do: one Deflate strip each, little-endian. */
export function writeTiff(pages: readonly TiffPage[]): Uint8Array {
  const parts: Buffer[] = [];
  let position = HEADER_BYTES;
  let linkToNext: { part: Buffer; at: number } | undefined;
  const header = Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0]);
  parts.push(header);
  for (const page of pages) {
    const strip = padded(deflateSync(page.pixels, { level: 1 }));
    const values = sampleBitsAndResolution(page);
    const stripAt = position;
    const valuesAt = stripAt + strip.length;
    const directoryAt = valuesAt + values.length;
    const directory = writeDirectory(entriesOf(page, stripAt, strip.length, valuesAt));
    const link = linkToNext ?? { part: header, at: 4 };
    link.part.writeUInt32LE(directoryAt, link.at);
    linkToNext = { part: directory, at: directory.length - 4 };
    parts.push(strip, values, directory);
    position = directoryAt + directory.length;
  }
  return Buffer.concat(parts);
}

/** Everything in a TIFF begins at an even byte. */
function padded(bytes: Buffer): Buffer {
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
}

/** What does not fit in an entry: 8, 8, 8 bits, then the resolution as a fraction. */
function sampleBitsAndResolution(page: TiffPage): Buffer {
  const values = Buffer.alloc(16);
  for (let sample = 0; sample < 3; sample++) values.writeUInt16LE(8, sample * 2);
  values.writeUInt32LE(page.dpi, 8);
  values.writeUInt32LE(1, 12);
  return values;
}

function entriesOf(page: TiffPage, stripAt: number, stripBytes: number, valuesAt: number): Entry[] {
  const isGrey = page.channels === 1;
  const short = (tag: number, value: number): Entry => ({ tag, type: SHORT, count: 1, value });
  const long = (tag: number, value: number): Entry => ({ tag, type: LONG, count: 1, value });
  return [
    long(TAG.imageWidth, page.widthPx),
    long(TAG.imageLength, page.heightPx),
    { tag: TAG.bitsPerSample, type: SHORT, count: page.channels, value: isGrey ? 8 : valuesAt },
    short(TAG.compression, DEFLATE),
    short(TAG.photometric, isGrey ? 1 : 2),
    long(TAG.stripOffsets, stripAt),
    short(TAG.samplesPerPixel, page.channels),
    long(TAG.rowsPerStrip, page.heightPx),
    long(TAG.stripByteCounts, stripBytes),
    { tag: TAG.xResolution, type: RATIONAL, count: 1, value: valuesAt + 8 },
    { tag: TAG.yResolution, type: RATIONAL, count: 1, value: valuesAt + 8 },
    short(TAG.resolutionUnit, INCHES),
  ];
}

/** Count, entries, then the place of the next directory: 0 until a next page fills it. */
function writeDirectory(entries: readonly Entry[]): Buffer {
  const directory = Buffer.alloc(2 + entries.length * ENTRY_BYTES + 4);
  directory.writeUInt16LE(entries.length, 0);
  entries.forEach((entry, index) => {
    const at = 2 + index * ENTRY_BYTES;
    directory.writeUInt16LE(entry.tag, at);
    directory.writeUInt16LE(entry.type, at + 2);
    directory.writeUInt32LE(entry.count, at + 4);
    directory.writeUInt32LE(entry.value, at + 8);
  });
  return directory;
}
