import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const PAGE_BYTES = 4096;

/** Changes one bit of a file, where a disk that fails might. */
export function flipBit(file: string, place: number, bit = 0): void {
  const descriptor = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(descriptor, byte, 0, 1, place);
  byte[0] = (byte[0] ?? 0) ^ (1 << bit);
  writeSync(descriptor, byte, 0, 1, place);
  closeSync(descriptor);
}

/** A bit in the middle of a page of the base, from 1. */
export function damagePage(file: string, page: number): void {
  flipBit(file, (page - 1) * PAGE_BYTES + PAGE_BYTES / 2);
}
