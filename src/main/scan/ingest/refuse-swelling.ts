import { inflateSync } from 'node:zlib';
import { INGEST } from '../thresholds.ts';
import { Unreadable } from './unreadable.ts';

/** Between the word that tells the kind of a stream and its first byte: the rest of a short dictionary. */
const DICTIONARY_BYTES = 512;
const STARTS = /stream\r?\n/;

/** Bytes of one field of a list of objects: a file of 2^64 bytes needs no more (ISO 32000-1, 7.5.8). */
const WIDEST_FIELD = 8;

/**
 * The library that lists the objects of a PDF inflates their streams without a limit, in memory that only the end of the thread gives
 * back. They are inflated here first, natively and up to a limit. It also counts as far as a list of objects tells it to, which takes
 * for ever where the list lies: what it announces must be there. Throws `Unreadable`.
 */
export function refuseSwelling(pdf: Buffer): void {
  let left: number = INGEST.maxObjectBytes;
  for (const kind of ['/ObjStm', '/XRef'])
    for (let at = pdf.indexOf(kind); at >= 0; at = pdf.indexOf(kind, at + 1)) {
      const head = pdf.toString('latin1', at, at + DICTIONARY_BYTES);
      const start = STARTS.exec(head);
      if (!start) continue;
      const length = inflatedLength(pdf.subarray(at + start.index + start[0].length), left);
      if (kind === '/XRef') refuseEndlessList(dictionaryAround(pdf, at, at + start.index), length);
      left -= length;
    }
}

function inflatedLength(bytes: Buffer, most: number): number {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable('image-too-large', { cause: error });
    // Not deflated, or damaged: the library will say so.
    return 0;
  }
}

/** The members of a dictionary come in any order. */
function dictionaryAround(pdf: Buffer, at: number, end: number): string {
  const before = pdf.toString('latin1', Math.max(0, at - DICTIONARY_BYTES), at);
  return before.slice(before.lastIndexOf(' obj') + 1) + pdf.toString('latin1', at, end);
}

function refuseEndlessList(dictionary: string, length: number): void {
  const numbers = (member: string) =>
    [...(new RegExp(`/${member}\\s*\\[([^\\]]*)\\]`).exec(dictionary)?.[1] ?? '').matchAll(/[\d.]+/g)].map(
      Number,
    );
  // Pairs: the first object, and how many follow it.
  const counts = numbers('Index').filter((_, at) => at % 2 === 1);
  const size = Number(/\/Size\s+([\d.]+)/.exec(dictionary)?.[1] ?? 0);
  const announced = counts.length > 0 ? counts.reduce((sum, count) => sum + count, 0) : size;
  const isTrue = numbers('W').every((width) => width <= WIDEST_FIELD) && announced <= Math.max(length, 1);
  if (!isTrue) throw new Unreadable('image-unreadable');
}
