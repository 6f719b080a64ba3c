/**
 * The one header of tar (POSIX ustar) that batches and backups know: a plain file of root's, mode 600, dated 1970. A header is thus a function of
 * a name and a size, the same content is the same bytes, and a reader that compares has nothing to interpret: no link, no path that
 * climbs, no extension.
 */

export const TAR_BLOCK = 512;

const NAME_BYTES = 100;
const MAX_SIZE = 0o77777777777;
/** Place and text of every field but name, size and checksum. */
const FIXED: readonly [number, string][] = [
  [100, '0000600\0'],
  [108, '0000000\0'],
  [116, '0000000\0'],
  [136, '00000000000\0'],
  [156, '0'],
  [257, 'ustar\u000000'],
  [329, '0000000\0'],
  [337, '0000000\0'],
];

/** Throws RangeError for a name or a size that the form cannot hold. */
export function tarHeader(name: string, size: number): Uint8Array<ArrayBuffer> {
  if (!/^[\w./-]{1,99}$/.test(name) || !Number.isSafeInteger(size) || size < 0 || size > MAX_SIZE)
    throw new RangeError(`not for an archive: ${name}, ${size}`);
  const block = new Uint8Array(TAR_BLOCK);
  write(block, 0, name);
  write(block, 124, `${size.toString(8).padStart(11, '0')}\0`);
  FIXED.forEach(([place, text]) => write(block, place, text));
  write(block, 148, '        ');
  const sum = block.reduce((total, byte) => total + byte, 0);
  write(block, 148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return block;
}

/** Bytes of zero after a file of this size. */
export function tarPadding(size: number): number {
  return (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK;
}

/** Two blocks of zero end an archive. */
export const TAR_END_BYTES = 2 * TAR_BLOCK;

/** What a file of this size takes in the archive, header included. */
export function tarSpace(size: number): number {
  return TAR_BLOCK + size + tarPadding(size);
}

/** `end` for a block of zeros; undefined for any header that `tarHeader` would not have written. */
export function readTarHeader(block: Uint8Array): { name: string; size: number } | 'end' | undefined {
  if (block.every((byte) => byte === 0)) return 'end';
  const name = textAt(block, 0, NAME_BYTES).replace(/\0.*$/s, '');
  const size = Number.parseInt(textAt(block, 124, 11), 8);
  try {
    const expected = tarHeader(name, size);
    return expected.every((byte, place) => byte === block[place]) ? { name, size } : undefined;
  } catch {
    return undefined;
  }
}

function write(block: Uint8Array, place: number, text: string): void {
  for (let index = 0; index < text.length; index += 1) block[place + index] = text.charCodeAt(index);
}

function textAt(block: Uint8Array, place: number, length: number): string {
  return String.fromCharCode(...block.subarray(place, place + length));
}
