import { isUtf8 } from 'node:buffer';
import sodium from 'sodium-native';
import { z } from 'zod';
import { MAX_OP_DEPTH, OP_SCHEMAS } from '#shared/protocol/limits.ts';
import { isNestedAtMost } from '#shared/protocol/nesting.ts';
import { opSchema } from '#shared/protocol/op.ts';
import { opLine, opLineSchema } from '#shared/protocol/requests.ts';
import type { VerdictReason } from '#shared/protocol/verdict.ts';
import { canonicalText, sha256Hex } from '../canonical.ts';
import { rawKeyAt, type StationKeys } from '../keys/station-keys.ts';

/** Who a line must be of. */
export interface Sender {
  stationId: string;
  keys: StationKeys;
}

/** A line that proves nothing; what it claims of itself, so that the station can tell which one it was. */
export interface RefusedLine {
  reason: VerdictReason;
  opId: string | null;
  sha256: string | null;
  /** Place it claims in the chain of the station that sent it. */
  claimedSeq: number | null;
}

/** The text of an op (`opSchema`), in the very bytes its station signed. */
export interface ProvenText {
  /** Canonical, in UTF-8. */
  canonical: Uint8Array;
  sha256: string;
  signature: string;
}

export type ExaminedLine = { proven: ProvenText } | { refused: RefusedLine };

const claimSchema = z.object({
  opId: z.uuid().nullable().catch(null),
  stationSeq: z.number().int().positive().nullable().catch(null),
});

const OP_AT = opLine('|', '').indexOf('|');

/**
 * Never throws whatever the bytes: a proof or the reason why not. What is hashed and signed is what came: each line is decoded by itself,
 * since one letter beyond Latin-1 doubles the text it is part of.
 */
export function examineLine(line: Buffer, { stationId, keys }: Sender): ExaminedLine {
  const text = line.toString('utf8');
  const parsed = isUtf8(line) ? parse(text) : undefined;
  if (!parsed) return refused({ reason: 'malformed' });
  const { op, canonical, signature } = parsed;
  const isOwn = op['stationId'] === stationId;
  const isCanonical = text === opLine(canonical, signature);
  const signed = line.subarray(OP_AT, OP_AT + line.length - opLine('', signature).length);
  const sha256 = sha256Hex(isCanonical ? signed : canonical);
  const refuse = (reason: VerdictReason) => {
    const { opId, stationSeq } = claimSchema.parse(op);
    return refused({ reason, opId, sha256, claimedSeq: isOwn ? stationSeq : null });
  };

  if (!isCanonical) return refuse('not-canonical');
  if (!isOwn) return refuse('other-station');
  const key = rawKeyAt(keys, Number(op['stationSeq']));
  // By libsodium, which needs half the time of Node's OpenSSL.
  if (!sodium.crypto_sign_verify_detached(Buffer.from(signature, 'base64'), signed, key))
    return refuse('bad-signature');
  if (isNewer(op)) return refuse('schema-unknown');
  if (!opSchema.safeParse(op).success) return refuse('schema-invalid');
  return { proven: { canonical: signed, sha256, signature } };
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
    // Each thread has a stack of its own: what one can walk through, another may not.
    if (!isNestedAtMost(MAX_OP_DEPTH, op)) return undefined;
    return { op, canonical: canonicalText(op), signature };
  } catch {
    // Not JSON, another shape, or a lone surrogate.
    return undefined;
  }
}

function refused(line: Partial<RefusedLine> & Pick<RefusedLine, 'reason'>): ExaminedLine {
  return { refused: { opId: null, sha256: null, claimedSeq: null, ...line } };
}
