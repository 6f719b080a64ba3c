import { MAX_LINE_BYTES } from '#shared/protocol/batch.ts';
import { MAX_OPS_BYTES, MAX_OPS_PER_REQUEST } from '#shared/protocol/limits.ts';
import { BatchRefused } from './batch-refused.ts';

/** `ops.ndjson` in pages of whole lines, each what a request of `POST /v1/ops` could have held. Throws BatchRefused `not-as-listed`. */
export async function* linePages(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let page: Buffer[] = [];
  let bytes = 0;
  for await (const line of linesOf(parts)) {
    if (page.length === MAX_OPS_PER_REQUEST || (page.length > 0 && bytes + line.length > MAX_OPS_BYTES)) {
      yield Buffer.concat(page);
      page = [];
      bytes = 0;
    }
    page.push(line);
    bytes += line.length;
  }
  if (page.length > 0) yield Buffer.concat(page);
}

/** Each with the line feed it ends in, the last one too. */
async function* linesOf(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const part of parts) {
    rest = rest.length === 0 ? Buffer.from(part) : Buffer.concat([rest, part]);
    let start = 0;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, start)) {
      yield rest.subarray(start, end + 1);
      start = end + 1;
    }
    rest = rest.subarray(start);
    if (rest.length > MAX_LINE_BYTES) throw new BatchRefused('not-as-listed');
  }
  if (rest.length > 0) throw new BatchRefused('not-as-listed');
}
