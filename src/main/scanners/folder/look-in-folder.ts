import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

const IMAGES = new Set(['.jpg', '.jpeg', '.png', '.tif', '.tiff', '.pdf']);
const IN_ORDER = new Intl.Collator('fr', { numeric: true });

export interface Seen {
  name: string;
  size: number;
  modifiedMs: number;
}

/** What a scanner left, `scan 2` before `scan 10`. Throws the system's error where the folder does not answer. */
export function lookInFolder(folder: string): Seen[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !/^[.~]/.test(entry.name) && IMAGES.has(extname(entry.name).toLowerCase()),
    )
    .flatMap(({ name }) => {
      try {
        const { size, mtimeMs } = statSync(join(folder, name));
        return [{ name, size, modifiedMs: mtimeMs }];
      } catch {
        // Taken by another station since it was listed.
        return [];
      }
    })
    .sort((one, other) => IN_ORDER.compare(one.name, other.name));
}

/** The end of each format, which is written last; TIFF has none that is always there. */
const ENDS: readonly { start: string; end: Buffer }[] = [
  { start: 'ffd8ff', end: Buffer.from([0xff, 0xd9]) },
  { start: '89504e47', end: Buffer.from('IEND') },
  { start: '25504446', end: Buffer.from('%%EOF') },
];
const TAIL_BYTES = 1024;

/** Whether the last thing that is written in a file of this kind is there. An unreadable file is not whole yet. */
export function isWhole(path: string): boolean {
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      const head = Buffer.alloc(4);
      const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
      readSync(file, head, 0, head.length, 0);
      readSync(file, tail, 0, tail.length, size - tail.length);
      const format = ENDS.find(({ start }) => head.toString('hex').startsWith(start));
      return size > 0 && (format === undefined || tail.includes(format.end));
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}
