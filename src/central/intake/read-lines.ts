import type { Op } from '#shared/protocol/op.ts';
import type { ProvenText, RefusedLine, Sender } from './examine-line.ts';
import { examineLines } from './examine-lines.ts';

/** An op whose bytes are proven to be those the station signed. */
export interface AuthenticOp extends ProvenText {
  op: Op;
}

export type Line = { authentic: AuthenticOp } | { refused: RefusedLine };

/**
 * The lines of an NDJSON body, in their order: each an op or the reason why not, whatever the bytes. Throws Refusal for what is no body of
 * `POST /v1/ops`: `too-large`, `too-many`, `bad-request`.
 */
export async function readLines(
  body: Uint8Array,
  sender: Sender,
  { isCompressed = false } = {},
): Promise<Line[]> {
  const lines = await examineLines(body, sender, isCompressed);
  return lines.map((line) =>
    'proven' in line ? { authentic: { ...line.proven, op: readOp(line.proven) } } : line,
  );
}

/** Whose shape was proven on the other thread. */
function readOp({ canonical }: ProvenText): Op {
  const { buffer, byteOffset, byteLength } = canonical;
  return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString('utf8')) as Op;
}
