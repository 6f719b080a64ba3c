import { parentPort } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { MAX_OPS_BYTES, MAX_OPS_PER_REQUEST } from '#shared/protocol/limits.ts';
import { examineLine, type ExaminedLine, type Sender } from './examine-line.ts';

/** What is asked of this thread. */
export interface Asked {
  /** NDJSON, as it came. */
  body: Uint8Array;
  isCompressed: boolean;
  sender: Sender;
}

/** `fault`: nothing that was in the body. */
export type Answered =
  { lines: ExaminedLine[] } | { refusal: 'too-large' | 'too-many' | 'bad-request' } | { fault: unknown };

const LINE_FEED = 10;

/** Examines bodies, in the order they were asked (`examine-lines.ts`). */
parentPort?.on('message', (asked: Asked) => {
  try {
    answer(asked);
  } catch (fault) {
    parentPort?.postMessage({ fault } satisfies Answered);
  }
});

function answer({ body, isCompressed, sender }: Asked): void {
  const bytes = isCompressed ? decompress(body) : body;
  const lines = typeof bytes === 'string' ? bytes : linesOf(bytes);
  if (typeof lines === 'string') return void parentPort?.postMessage({ refusal: lines } satisfies Answered);
  const examined = lines.map((line) => examineLine(line, sender));
  // What is proven lies in one piece of memory, which changes threads without being copied.
  parentPort?.postMessage({ lines: examined } satisfies Answered, [
    (bytes as Uint8Array<ArrayBuffer>).buffer,
  ]);
}

/** In memory of its own. */
function decompress(body: Uint8Array): Uint8Array | 'too-large' | 'bad-request' {
  try {
    return new Uint8Array(gunzipSync(body, { maxOutputLength: MAX_OPS_BYTES }));
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'bad-request';
  }
}

function linesOf(bytes: Uint8Array): Buffer[] | 'too-many' {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines: Buffer[] = [];
  for (let start = 0; start < whole.length;) {
    const feed = whole.indexOf(LINE_FEED, start);
    const end = feed < 0 ? whole.length : feed;
    if (lines.length === MAX_OPS_PER_REQUEST) return 'too-many';
    lines.push(whole.subarray(start, end));
    start = end + 1;
  }
  return lines;
}
