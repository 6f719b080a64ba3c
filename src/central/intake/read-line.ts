import { isUtf8 } from 'node:buffer';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { OP_SCHEMAS } from '#shared/protocol/limits.ts';
import { opSchema, type Op } from '#shared/protocol/op.ts';
import { opLine, opLineSchema } from '#shared/protocol/requests.ts';
import type { VerdictReason } from '#shared/protocol/verdict.ts';
import { canonicalText, sha256Hex } from '../canonical.ts';
import { rawKeyAt, type StationKeys } from '../keys/station-keys.ts';
import { areSigned } from './check-signatures.ts';
import type { SignedClaim } from './signed-claim.ts';

/** An op whose bytes are proven to be those the station signed. */
export interface AuthenticOp {
  op: Op;
  /** Its canonical text, in UTF-8. */
  canonical: Uint8Array;
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

const OP_AT = opLine('|', '').indexOf('|');

/** Read without a pause; other stations wait so long. */
const SLICE_LINES = 10;

interface Sender {
  stationId: string;
  keys: StationKeys;
}

/**
 * Never throws whatever the bytes: the answer is an op or the reason why not. What is hashed and signed is what came: each line is decoded
 * by itself, since one letter beyond Latin-1 doubles the text it is part of.
 */
export async function readLines(lines: readonly Buffer[], sender: Sender): Promise<Line[]> {
  const read: Read[] = [];
  for (let start = 0; start < lines.length; start += SLICE_LINES) {
    if (start > 0) await nextTurn();
    for (const line of lines.slice(start, start + SLICE_LINES)) read.push(readLine(line, sender));
  }
  const claims = read.flatMap((one) => ('claim' in one ? one.claim : []));
  const verdicts = claims.length > 0 ? await areSigned(claims) : [];
  let place = 0;
  return read.map((one) => ('claim' in one ? one.ifSigned(verdicts[place++] === true) : one));
}

/** What a line comes to, or what must still be proven of it. */
type Read = Line | { claim: SignedClaim; ifSigned(isSigned: boolean): Line };

function readLine(line: Buffer, { stationId, keys }: Sender): Read {
  const text = line.toString('utf8');
  const parsed = isUtf8(line) ? parse(text) : undefined;
  if (!parsed) return refused('malformed');
  const { canonical, signature } = parsed;
  const isOwn = parsed.op['stationId'] === stationId;
  const signedBytes = line.length - opLine('', signature).length;
  const signed = line.subarray(OP_AT, OP_AT + signedBytes);
  const isCanonical = text === opLine(canonical, signature);
  const sha256 = sha256Hex(isCanonical ? signed : canonical);
  const refuse = (reason: VerdictReason): Line => {
    const { opId, stationSeq } = claimSchema.parse(parsed.op);
    return { refused: { reason, opId, sha256, claimedSeq: isOwn ? stationSeq : null } };
  };

  if (!isCanonical) return refuse('not-canonical');
  if (!isOwn) return refuse('other-station');
  return {
    claim: {
      bytes: signed,
      signature: Buffer.from(signature, 'base64'),
      key: rawKeyAt(keys, Number(parsed.op['stationSeq'])),
    },
    ifSigned(isSigned) {
      if (!isSigned) return refuse('bad-signature');
      if (isNewer(parsed.op)) return refuse('schema-unknown');
      const op = opSchema.safeParse(parsed.op);
      if (!op.success) return refuse('schema-invalid');
      return { authentic: { op: op.data, canonical: signed, sha256, signature } };
    },
  };
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
