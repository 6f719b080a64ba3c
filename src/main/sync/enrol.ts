import type { KeyObject } from 'node:crypto';
import { GuichetError } from '#shared/errors.ts';
import { keyMarkOf, readEnrolmentCode } from '#shared/protocol/enrolment-code.ts';
import { enrolmentSchema, type Enrolment } from '#shared/protocol/replies.ts';
import type { EnrolmentRequest } from '#shared/protocol/requests.ts';
import { signedSchema } from '#shared/protocol/signed-reply.ts';
import type { StationContext } from '#main/context.ts';
import type { WritableDatabase } from '#main/database/types.ts';
import { hasErasedOps } from '#main/domains/outbox/index.ts';
import { jsonBody, newNonce } from './central-link.ts';
import { findCentralServer, pinCentralServer } from './central-server-store.ts';
import { exchange, type HttpReply } from './http-exchange.ts';
import { RETRY_DELAYS_MS, withRetry } from './retry.ts';
import { firstRequest } from './enrolment-request.ts';
import { readIdentity, type StationIdentity } from './station-identity.ts';
import { keyIdOf, nonsense, parseJson, refusalFrom, verifySigned } from './verify-reply.ts';

const CODE_REFUSALS = ['code-unknown', 'code-expired', 'code-used'];

/**
 * Attaches the station to a centre with a one-time code. The code also says which key must answer, so that even this first
 * reply is proven; that key is pinned for ever. Throws `already-enrolled`, `purged-alone`, `enrolment-refused`, and those of any
 * request.
 */
export async function enrol(
  { database, clock }: Pick<StationContext, 'database' | 'clock'>,
  { serverUrl, code }: { serverUrl: string; code: string },
): Promise<{ stationId: string; block: string; serverKeyId: string }> {
  if (findCentralServer(database)) throw new GuichetError('already-enrolled');
  if (hasErasedOps(database)) throw new GuichetError('purged-alone');
  const keyMark = readEnrolmentCode(code)?.keyMark;
  if (keyMark === undefined) throw new GuichetError('enrolment-refused');
  const identity = readIdentity(database);
  const request = firstRequest(identity, code);
  const enrolment = await requestEnrolment(serverUrl, request, identity.privateKey, keyMark);
  pinAs({ database, clock }, serverUrl, identity, enrolment);
  return { stationId: identity.stationId, block: enrolment.block, serverKeyId: enrolment.server.keyId };
}

/** From now on this is the station's centre, known by its key. */
export function pinAs(
  { database, clock }: Pick<StationContext, 'database' | 'clock'>,
  url: string,
  identity: StationIdentity,
  { server, epoch, block, batchRecipients }: Omit<Enrolment, 'kind' | 'nonce'>,
): void {
  const publicKey = Buffer.from(server.publicKey, 'base64');
  database.transaction(() => {
    pinCentralServer(
      database,
      { url, keyId: server.keyId, publicKey, epoch, batchRecipients },
      clock.nowMs(),
    );
    if (block !== identity.block) changeBlock(database, block);
  });
}

/** Signed by the key it brings. Throws `enrolment-refused`, and those of any request. */
export async function requestEnrolment(
  serverUrl: string,
  request: EnrolmentRequest,
  privateKey: KeyObject,
  keyMark: string,
): Promise<Enrolment> {
  const { stationId } = request;
  const policy = { signal: new AbortController().signal, delaysMs: RETRY_DELAYS_MS };
  return withRetry(policy, async () => {
    const nonce = newNonce();
    const asked = { method: 'POST', path: '/v1/enrolments', nonce, ...jsonBody(request) } as const;
    const reply = await exchange(serverUrl, { stationId, privateKey }, asked);
    const enrolment = readEnrolment(reply, keyMark);
    if (enrolment.nonce !== nonce || enrolment.stationId !== stationId) throw nonsense('nonce');
    return enrolment;
  });
}

/** The reply is signed by the key it brings; the code says that it is the right one. */
function readEnrolment(reply: HttpReply, keyMark: string): Enrolment {
  const body = parseJson(reply.text);
  if (reply.status !== 200) {
    const refusal = refusalFrom(reply.status, body);
    throw CODE_REFUSALS.includes(refusal.detail['refusal'] ?? '')
      ? new GuichetError('enrolment-refused')
      : refusal;
  }
  const signed = signedSchema.safeParse(body);
  const claimed = enrolmentSchema.safeParse(signed.data?.payload);
  if (!signed.success || !claimed.success) throw nonsense('unsigned');
  const publicKey = Buffer.from(claimed.data.server.publicKey, 'base64');
  const keyId = keyIdOf(publicKey);
  if (keyId !== claimed.data.server.keyId || keyMarkOf(keyId) !== keyMark) throw nonsense('key');
  return verifySigned(signed.data, { keyId, publicKey }, enrolmentSchema);
}

/** Another station had the block this one chose for itself: numbers to come are from the block the centre gives. */
export function changeBlock(database: WritableDatabase, block: string): void {
  database.run('UPDATE station SET block = ?, next_registration = 1, next_candidate = 1 WHERE id = 1', block);
}
