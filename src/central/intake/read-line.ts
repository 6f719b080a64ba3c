import { verify, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { OP_SCHEMAS } from '#shared/protocol/limits.ts';
import { opSchema, type Op } from '#shared/protocol/op.ts';
import { opLine, opLineSchema } from '#shared/protocol/requests.ts';
import type { VerdictReason } from '#shared/protocol/verdict.ts';
import { canonicalText, sha256Hex } from '../canonical.ts';
import { keyAt, type StationKeys } from '../keys/station-keys.ts';

/** An op whose bytes are proven to be those the station signed. */
export interface AuthenticOp {
  op: Op;
  canonical: string;
  sha256: string;
  signature: string;
}

/** A line that proves nothing; what it claims of itself, so that the station can tell which one it was. */
export interface RefusedLine {
  reason: VerdictReason;
  opId: string | null;
  sha256: string | null;
  /** Place it claims in the chain of the station that sent it. */
  claimedSeq: number | null;
}

export type Line = { authentic: AuthenticOp } | { refused: RefusedLine };

const claimSchema = z.object({
  opId: z.uuid().nullable().catch(null),
  stationSeq: z.number().int().positive().nullable().catch(null),
});

// The asynchronous form runs on the thread pool: a batch is verified on every core.
const verifyOnPool = promisify<null, Uint8Array, KeyObject, Uint8Array, boolean>(verify);

/** Never throws: whatever the bytes, the answer is an op or the reason why not. */
export async function readLine(
  line: string,
  station: { stationId: string; keys: StationKeys },
): Promise<Line> {
  const parsed = parse(line);
  if (!parsed) return refused('malformed');
  const { canonical, signature } = parsed;
  const sha256 = sha256Hex(canonical);
  const isOwn = parsed.op['stationId'] === station.stationId;
  const refuse = (reason: VerdictReason): Line => {
    const { opId, stationSeq } = claimSchema.parse(parsed.op);
    return { refused: { reason, opId, sha256, claimedSeq: isOwn ? stationSeq : null } };
  };

  if (line !== opLine(canonical, signature)) return refuse('not-canonical');
  if (!isOwn) return refuse('other-station');
  const signed = await verifyOnPool(
    null,
    Buffer.from(canonical),
    keyAt(station.keys, Number(parsed.op['stationSeq'])),
    Buffer.from(signature, 'base64'),
  );
  if (!signed) return refuse('bad-signature');
  if (isNewer(parsed.op)) return refuse('schema-unknown');
  const op = opSchema.safeParse(parsed.op);
  if (!op.success) return refuse('schema-invalid');
  return { authentic: { op: op.data, canonical, sha256, signature } };
}

/** Of a program that this one does not know yet: not wrong, and not to be judged here. */
function isNewer({ schema }: Record<string, unknown>): boolean {
  return typeof schema === 'number' && schema > OP_SCHEMAS.max;
}

function parse(
  line: string,
): { op: Record<string, unknown>; canonical: string; signature: string } | undefined {
  try {
    const { op, signature } = opLineSchema.parse(JSON.parse(line));
    return { op, canonical: canonicalText(op), signature };
  } catch {
    // Not JSON, another shape, a lone surrogate, or nested beyond the stack.
    return undefined;
  }
}

function refused(reason: VerdictReason): Line {
  return { refused: { reason, opId: null, sha256: null, claimedSeq: null } };
}
