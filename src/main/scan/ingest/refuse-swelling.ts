import { inflateSync } from 'node:zlib';
import { INGEST } from '../thresholds.ts';
import { Unreadable } from './unreadable.ts';

/** Between the word that tells the kind of a stream and its first byte: the rest of a short dictionary. */
const DICTIONARY_BYTES = 512;
const STARTS = /stream\r?\n/;

/**
 * The library that lists the objects of a PDF inflates their streams without a limit, in memory that only the end of the thread gives
 * back. They are inflated here first, natively and up to a limit. Throws `Unreadable`.
 */
export function refuseSwelling(pdf: Buffer): void {
  let left: number = INGEST.maxObjectBytes;
  for (const kind of ['/ObjStm', '/XRef'])
    for (let at = pdf.indexOf(kind); at >= 0; at = pdf.indexOf(kind, at + 1)) {
      const head = pdf.toString('latin1', at, at + DICTIONARY_BYTES);
      const start = STARTS.exec(head);
      if (!start) continue;
      left -= inflatedLength(pdf.subarray(at + start.index + start[0].length), left);
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
