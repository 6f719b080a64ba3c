import { sign } from 'node:crypto';
import { GuichetError } from '#shared/errors.ts';
import { keyMarkOf, readKeyMark } from '#shared/protocol/enrolment-code.ts';
import {
  enrolmentAnswerSchema,
  MAX_ENROLMENT_FILE_BYTES,
  type EnrolmentAnswer,
  type EnrolmentFile,
} from '#shared/protocol/enrolment-file.ts';
import { signedSchema } from '#shared/protocol/signed-reply.ts';
import type { StationContext } from '#main/context.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { canonicalBytes, hasErasedOps } from '#main/domains/outbox/index.ts';
import { findCentralServer } from './central-server-store.ts';
import { pinAs } from './enrol.ts';
import { firstRequest } from './enrolment-request.ts';
import { readIdentity } from './station-identity.ts';
import { keyIdOf, parseJson, verifySigned } from './verify-reply.ts';

type Where = Pick<StationContext, 'database' | 'clock'>;

/** The request of a station that has no line, to be brought to the centre. Throws `already-enrolled`, `purged-alone`. */
export function enrolmentFile(database: ReadableDatabase): Uint8Array {
  requireFree(database);
  const identity = readIdentity(database);
  const request = firstRequest(identity, 'par fichier');
  const signature = sign(null, canonicalBytes(request), identity.privateKey).toString('base64');
  const file: EnrolmentFile = { kind: 'enrolment-request', request, signature };
  return new TextEncoder().encode(JSON.stringify(file));
}

/**
 * Takes in the centre's answer. The mark, told apart from the file, says which key must have signed it. Throws `already-enrolled`,
 * `purged-alone`, `receipt-unreadable`, `receipt-forged`, `receipt-elsewhere`.
 */
export function readEnrolmentAnswer(
  { database, clock }: Where,
  content: Uint8Array,
  mark: string,
): { stationId: string; block: string; serverKeyId: string } {
  requireFree(database);
  const answer = proven(content, mark);
  const identity = readIdentity(database);
  if (answer.stationId !== identity.stationId) throw new GuichetError('receipt-elsewhere');
  pinAs({ database, clock }, answer.serverUrl, identity, answer);
  return { stationId: identity.stationId, block: answer.block, serverKeyId: answer.server.keyId };
}

function requireFree(database: ReadableDatabase): void {
  if (findCentralServer(database)) throw new GuichetError('already-enrolled');
  if (hasErasedOps(database)) throw new GuichetError('purged-alone');
}

function proven(content: Uint8Array, mark: string): EnrolmentAnswer {
  const isShort = content.length <= MAX_ENROLMENT_FILE_BYTES;
  const signed = isShort
    ? signedSchema.safeParse(parseJson(Buffer.from(content).toString('utf8')))
    : undefined;
  const claimed = enrolmentAnswerSchema.safeParse(signed?.data?.payload);
  if (!signed?.success || !claimed.success) throw new GuichetError('receipt-unreadable');
  const publicKey = Buffer.from(claimed.data.server.publicKey, 'base64');
  const keyId = keyIdOf(publicKey);
  if (keyMarkOf(keyId) !== readKeyMark(mark)) throw new GuichetError('receipt-forged');
  try {
    return verifySigned(signed.data, { keyId, publicKey }, enrolmentAnswerSchema);
  } catch (cause) {
    throw new GuichetError('receipt-forged', { cause });
  }
}
