import type { FileHandle } from 'node:fs/promises';

/** The plain archive that every system opens (ustar): what a backup is made of stays readable without this program. */

const BLOCK = 512;
const MAX_NAME = 100;

export interface TarEntry {
  name: string;
  size: number;
  /** Where its bytes begin in the archive. */
  offset: number;
}

export function tarHeader(name: string, size: number, mtimeMs: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > MAX_NAME) throw new RangeError('a name of the archive is too long');
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  header.write(name, 0);
  header.write(octal(0o600, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(size, 11), 124);
  header.write(octal(Math.floor(mtimeMs / 1000), 11), 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\0' + '00', 257);
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** What fills the last block of an entry. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

/** Ends an archive: one that was cut has no such end. */
export const TAR_END = Buffer.alloc(2 * BLOCK);

/** The entries in their order. Undefined when the archive is not one of ours, or is not whole. */
export async function listTar(file: FileHandle): Promise<TarEntry[] | undefined> {
  const { size: end } = await file.stat();
  const entries: TarEntry[] = [];
  const header = Buffer.alloc(BLOCK);
  for (let place = 0; place + BLOCK <= end;) {
    await file.read(header, 0, BLOCK, place);
    if (header.every((byte) => byte === 0)) return place + 2 * BLOCK === end ? entries : undefined;
    const entry = readHeader(header, place + BLOCK);
    if (!entry) return undefined;
    entries.push(entry);
    place = entry.offset + entry.size + tarPadding(entry.size).length;
  }
  return undefined;
}

function readHeader(header: Buffer, offset: number): TarEntry | undefined {
  const text = (from: number, length: number) =>
    header.toString('latin1', from, from + length).split('\0')[0] ?? '';
  const size = Number.parseInt(text(124, 12), 8);
  const isOurs = text(257, 6) === 'ustar' && Number.parseInt(text(148, 8), 8) === sumOf(header);
  return isOurs && Number.isSafeInteger(size) && size >= 0
    ? { name: text(0, MAX_NAME), size, offset }
    : undefined;
}

function sumOf(header: Buffer): number {
  let sum = 0;
  for (let index = 0; index < BLOCK; index += 1)
    sum += index >= 148 && index < 156 ? 32 : (header[index] ?? 0);
  return sum;
}
