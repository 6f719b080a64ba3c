import { introductionsSchema, keysReplySchema, serverKeySchema } from '#shared/protocol/server-keys.ts';
import type { Signed } from '#shared/protocol/signed-reply.ts';
import type { CentralLink } from './central-link.ts';
import type { CentralServer } from './central-server-store.ts';
import { keyIdOf, parseJson, verifySigned, type ServerIdentity } from './verify-reply.ts';

/**
 * Follows a centre that changed its signing key, from the one this station pinned, each introduced by the one before. Undefined when
 * nothing leads on: then whoever answers is another.
 */
export function followKeys(
  server: CentralServer,
  introductions: readonly Signed[],
): CentralServer | undefined {
  let known: ServerIdentity = server;
  const former = [...server.formerKeys];
  for (const signed of introductions) {
    const next = signed.keyId === known.keyId ? introducedBy(known, signed) : undefined;
    if (!next) continue;
    former.push({ keyId: known.keyId, publicKey: known.publicKey });
    known = next;
  }
  return known === server
    ? undefined
    : { ...server, keyId: known.keyId, publicKey: known.publicKey, formerKeys: former };
}

function introducedBy(known: ServerIdentity, signed: Signed): ServerIdentity | undefined {
  const statement = verifySigned(signed, known, serverKeySchema);
  const publicKey = Buffer.from(statement.publicKey, 'base64');
  const isSound = statement.replaces === known.keyId && keyIdOf(publicKey) === statement.keyId;
  return isSound ? { keyId: statement.keyId, publicKey } : undefined;
}

/** Asks whoever answered with another key how it came to it. */
export async function askKeys(link: CentralLink): Promise<CentralServer | undefined> {
  const reply = await link.send({ method: 'GET', path: '/v1/keys' });
  const keys = reply.status === 200 ? keysReplySchema.safeParse(parseJson(reply.text)) : undefined;
  return keys?.success ? followKeys(link.server, keys.data.introductions) : undefined;
}

/** A receipt file brings them along: its station may have no line. */
export function followFrom(server: CentralServer, payload: Signed['payload']): CentralServer | undefined {
  const introductions = introductionsSchema.safeParse(payload['introductions']);
  return introductions.success ? followKeys(server, introductions.data) : undefined;
}
