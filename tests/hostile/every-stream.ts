import { constants, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';

export interface Stream {
  where: string;
  bytes: Uint8Array;
}

/** A stream inside a stream, as a PDF in a ZIP. */
const DEEPEST = 3;
const LONGEST = 256 * 1024 * 1024;
/** Cut short or followed by something else, a stream gives what it holds all the same. */
const CUT = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LONGEST };

interface Kind {
  name: string;
  begins: Buffer;
  read(bytes: Buffer): Buffer;
}

const ZLIB_LEVELS = [0x01, 0x5e, 0x9c, 0xda];
const KINDS: readonly Kind[] = [
  ...ZLIB_LEVELS.map((level) => ({
    name: 'deflated',
    begins: Buffer.of(0x78, level),
    read: (bytes: Buffer) => inflateSync(bytes, CUT),
  })),
  { name: 'gzip', begins: Buffer.of(0x1f, 0x8b, 0x08), read: (bytes) => gunzipSync(bytes, CUT) },
  { name: 'zip', begins: Buffer.from('PK\u0003\u0004'), read: readZipEntry },
  {
    name: 'zstd',
    begins: Buffer.of(0x28, 0xb5, 0x2f, 0xfd),
    read: (bytes) => zstdDecompressSync(bytes, { maxOutputLength: LONGEST }),
  },
];

/** The bytes themselves, then whatever was compressed in them, wherever it begins. */
export function* everyStream(bytes: Uint8Array, where: string, depth = 0): Generator<Stream> {
  yield { where, bytes };
  if (depth === DEEPEST) return;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { name, begins, read } of KINDS)
    for (let at = buffer.indexOf(begins); at >= 0; at = buffer.indexOf(begins, at + 1)) {
      const plain = plainOf(() => read(buffer.subarray(at)));
      if (plain) yield* everyStream(plain, `${where}, ${name} at ${at}`, depth + 1);
    }
}

/** Undefined where the beginning was chance. */
function plainOf(read: () => Buffer): Buffer | undefined {
  try {
    const plain = read();
    return plain.length > 0 ? plain : undefined;
  } catch {
    return undefined;
  }
}

/** The first entry; the others begin with the same mark. */
function readZipEntry(bytes: Buffer): Buffer {
  const isDeflated = bytes.readUInt16LE(8) === 8;
  const from = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  return isDeflated ? inflateRawSync(bytes.subarray(from), CUT) : Buffer.alloc(0);
}
