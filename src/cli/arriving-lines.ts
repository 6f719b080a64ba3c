import type { Readable } from 'node:stream';

const LINE_END = /\r?\n/;
/** A line of a million signs is no registration: the rest of it is let go, not kept in memory. */
const LONGEST = 1_000_000;
/** Begins no JSON, so that the line is answered as broken. */
const CUT = '…';

/**
 * The lines of a text in UTF-8, in the groups they come in: all that is there, without waiting for more. A mark at the beginning (BOM) is
 * passed over; the last line needs no end.
 */
export async function* arrivingLines(source: Readable): AsyncGenerator<string[]> {
  let rest = '';
  let isFirst = true;
  for await (const chunk of source.setEncoding('utf8') as AsyncIterable<string>) {
    const text = isFirst ? chunk.replace(/^\uFEFF/, '') : chunk;
    isFirst = false;
    const lines = (rest + text).split(LINE_END);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST) rest = CUT;
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [rest];
}
