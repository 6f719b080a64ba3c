import { sign, type KeyObject } from 'node:crypto';
import { GuichetError } from '#shared/errors.ts';
import { keyMarkOf, readKeyMark } from '#shared/protocol/enrolment-code.ts';
import {
  enrolmentAnswerSchema,
  MAX_ENROLMENT_FILE_BYTES,
  type EnrolmentAnswer,
  type EnrolmentFile,
} from '#shared/protocol/enrolment-file.ts';
import type { EnrolmentRequest } from '#shared/protocol/requests.ts';
import { signedSchema } from '#shared/protocol/signed-reply.ts';
import type { StationContext } from '#main/context.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import { canonicalBytes, hasErasedOps } from '#main/domains/outbox/index.ts';
import { findCentralServer, getCentralServer, setBatchRecipients } from './central-server-store.ts';
import { pinAs } from './enrol.ts';
import { goOnAs, presentSelf } from './enrol-again.ts';
import {
  askedIdentity,
  firstRequest,
  nextIdentity,
  successorRequest,
  type NextIdentity,
} from './enrolment-request.ts';
import { readIdentity } from './station-identity.ts';
import { keyIdOf, parseJson, verifySigned } from './verify-reply.ts';

type Where = Pick<StationContext, 'database' | 'clock'>;

/** The request of a station that has no line, to be brought to the centre. Throws `already-enrolled`, `purged-alone`. */
export function enrolmentFile(database: ReadableDatabase): Uint8Array {
  requireFree(database);
  const identity = readIdentity(database);
  return fileOf(firstRequest(identity, BY_FILE), identity.privateKey);
}

/** The same to be attached again, as `enrolAgain` does by the line: registering goes on while the file travels. Throws `not-enrolled`. */
export function successorFile(database: WritableDatabase): Uint8Array {
  getCentralServer(database);
  const next = nextIdentity(database);
  return fileOf(successorRequest(database, presentSelf(database), next, BY_FILE), next.privateKey);
}

/** Stands where the code would: who takes the file in is the permission. */
const BY_FILE = 'par fichier';

function fileOf(request: EnrolmentRequest, privateKey: KeyObject): Uint8Array {
  const signature = sign(null, canonicalBytes(request), privateKey).toString('base64');
  const file: EnrolmentFile = { kind: 'enrolment-request', request, signature };
  return new TextEncoder().encode(JSON.stringify(file));
}

interface EnrolledByFile {
  stationId: string;
  block: string;
  serverKeyId: string;
  /** Ops that the centre had not taken from a former identity. */
  opsToSend: number;
}

/**
 * Takes in the centre's answer, to the first request or to that of being attached again. The mark, told apart from the file, says which
 * key must have signed it. Throws `already-enrolled`, `purged-alone`, `receipt-unreadable`, `receipt-forged`, `receipt-elsewhere`.
 */
export function readEnrolmentAnswer(
  { database, clock }: Where,
  content: Uint8Array,
  mark: string,
): EnrolledByFile {
  const next = findCentralServer(database) && askedIdentity(database);
  if (!next) requireFree(database);
  const answer = proven(content, mark);
  const identity = next ?? readIdentity(database);
  if (answer.stationId !== identity.stationId) throw new GuichetError('receipt-elsewhere');
  const { stationId, block, server } = answer;
  const opsToSend = next
    ? goOnFrom({ database, clock }, next, answer)
    : pinFirst({ database, clock }, answer);
  return { stationId, block, serverKeyId: server.keyId, opsToSend };
}

function pinFirst({ database, clock }: Where, answer: EnrolmentAnswer): number {
  pinAs({ database, clock }, answer.serverUrl, readIdentity(database), answer);
  return 0;
}

function goOnFrom({ database, clock }: Where, next: NextIdentity, answer: EnrolmentAnswer): number {
  return database.transaction(() => {
    setBatchRecipients(database, answer.batchRecipients);
    return goOnAs({ database, clock }, next, answer);
  });
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
