import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { GuichetError } from '#shared/errors.ts';
import { PROTOCOL_VERSIONS } from '#shared/protocol/versions.ts';
import { askKeys } from './follow-keys.ts';
import { exchange, type HttpReply, type HttpRequest } from './http-exchange.ts';
import { withRetry, type RetryPolicy } from './retry.ts';
import type { CentralServer } from './central-server-store.ts';
import type { StationIdentity } from './station-identity.ts';
import { nonsense, readSigned } from './verify-reply.ts';

type Asked = Omit<HttpRequest, 'nonce' | 'version'>;
type Payload = z.ZodType<{ nonce: string }>;

/** One station talking to its centre. */
export interface CentralLink {
  server: CentralServer;
  identity: StationIdentity;
  policy: RetryPolicy;
  /** Of the protocol, that every request is in; agreed on at `greet`. */
  version: number;
  /** Asks, with retries, and believes only a signed answer to this very question. */
  ask<Schema extends Payload>(request: Asked, schema: Schema): Promise<z.output<Schema>>;
  /** One attempt, any status below 500: for tus, whose replies carry no decision. */
  send(request: Asked): Promise<HttpReply>;
}

export function createCentralLink(
  server: CentralServer,
  identity: StationIdentity,
  policy: RetryPolicy,
  onNewKey: (server: CentralServer) => void,
): CentralLink {
  const link: CentralLink = {
    server,
    identity,
    policy,
    version: PROTOCOL_VERSIONS.max,
    ask: (request, schema) =>
      withRetry(policy, async () => {
        const nonce = newNonce();
        const sent = { ...request, nonce, version: link.version };
        const reply = await exchange(server.url, identity, sent, policy.signal);
        const payload = await believe(link, onNewKey, () => readSigned(reply, link.server, schema));
        if (payload.nonce !== nonce) throw nonsense('nonce');
        return payload;
      }),
    send: (request) =>
      exchange(server.url, identity, { ...request, nonce: newNonce(), version: link.version }, policy.signal),
  };
  return link;
}

/** Another key may be the centre's new one: then it is followed, and noted before anything it said is believed. */
async function believe<T>(
  link: CentralLink,
  onNewKey: (server: CentralServer) => void,
  read: () => T,
): Promise<T> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof GuichetError) || error.code !== 'server-changed') throw error;
    const followed = await askKeys(link);
    if (!followed) throw error;
    onNewKey(followed);
    link.server = followed;
    return read();
  }
}

export function newNonce(): string {
  return randomBytes(16).toString('hex');
}

export function jsonBody(value: unknown): { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> } {
  return {
    body: new TextEncoder().encode(JSON.stringify(value)),
    headers: { 'content-type': 'application/json' },
  };
}
