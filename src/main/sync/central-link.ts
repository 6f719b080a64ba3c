import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { exchange, type HttpReply, type HttpRequest } from './http-exchange.ts';
import { withRetry, type RetryPolicy } from './retry.ts';
import type { CentralServer } from './central-server-store.ts';
import type { StationIdentity } from './station-identity.ts';
import { nonsense, readSigned } from './verify-reply.ts';

type Payload = z.ZodType<{ nonce: string }>;

/** One station talking to its centre. */
export interface CentralLink {
  server: CentralServer;
  identity: StationIdentity;
  policy: RetryPolicy;
  /** Asks, with retries, and believes only a signed answer to this very question. */
  ask<Schema extends Payload>(request: Omit<HttpRequest, 'nonce'>, schema: Schema): Promise<z.output<Schema>>;
  /** One attempt, any status below 500: for tus, whose replies carry no decision. */
  send(request: Omit<HttpRequest, 'nonce'>): Promise<HttpReply>;
}

export function createCentralLink(
  server: CentralServer,
  identity: StationIdentity,
  policy: RetryPolicy,
): CentralLink {
  return {
    server,
    identity,
    policy,
    ask: (request, schema) =>
      withRetry(policy, async () => {
        const nonce = newNonce();
        const reply = await exchange(server.url, identity, { ...request, nonce }, policy.signal);
        const payload = readSigned(reply, server, schema);
        if (payload.nonce !== nonce) throw nonsense('nonce');
        return payload;
      }),
    send: (request) => exchange(server.url, identity, { ...request, nonce: newNonce() }, policy.signal),
  };
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
