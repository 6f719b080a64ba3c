import { opLine } from '#shared/protocol/requests.ts';
import type { PendingOp } from '#main/domains/outbox/index.ts';

const [START = '', MIDDLE = '', END = ''] = opLine('|', '|').split('|');
const START_BYTES = Buffer.from(START);

/** `opLine` and a line feed: one line of `POST /v1/ops` and of a batch's `ops.ndjson`. Its text is never made: it is bytes as it is kept. */
export function opLineBytes({ canonical, signature }: Pick<PendingOp, 'canonical' | 'signature'>): Buffer {
  const end = `${MIDDLE}${Buffer.from(signature).toString('base64')}${END}\n`;
  return Buffer.concat([START_BYTES, canonical, Buffer.from(end)]);
}
