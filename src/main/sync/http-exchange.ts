import { createHash, sign } from 'node:crypto';
import { GuichetError } from '#shared/errors.ts';
import { MAX_REPLY_BYTES } from '#shared/protocol/limits.ts';
import {
  NONCE_HEADER,
  requestText,
  SIGNATURE_HEADER,
  STATION_HEADER,
} from '#shared/protocol/request-signature.ts';
import type { StationIdentity } from './station-identity.ts';

export interface HttpRequest {
  method: 'GET' | 'POST' | 'HEAD' | 'PATCH';
  /** From `/v1/`. */
  path: string;
  body?: Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  nonce: string;
}

export interface HttpReply {
  status: number;
  headers: Headers;
  text: string;
}

/** A line of 64 kbit/s needs half of this for the largest request. */
const REQUEST_LIMIT_MS = 120_000;

/**
 * One signed request, one whole reply, whatever its status below 500. Throws `server-unreachable` for anything that another
 * attempt may cure: no connection, a cut, a proxy's or the centre's 5xx.
 */
export async function exchange(
  baseUrl: string,
  identity: StationIdentity,
  request: HttpRequest,
): Promise<HttpReply> {
  try {
    const response = await fetch(baseUrl.replace(/\/+$/, '') + request.path, {
      method: request.method,
      headers: { ...request.headers, ...signatureHeaders(identity, request) },
      body: request.body ?? null,
      // A redirection is a captive portal's doing: the centre never redirects.
      redirect: 'manual',
      signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
    });
    const reply = { status: response.status, headers: response.headers, text: await readText(response) };
    if (reply.status >= 500 && reply.status !== 507) throw unreachable(`HTTP ${reply.status}`);
    return reply;
  } catch (error) {
    if (error instanceof GuichetError) throw error;
    throw unreachable(causeOf(error), error);
  }
}

function signatureHeaders(identity: StationIdentity, request: HttpRequest): Record<string, string> {
  const { stationId, privateKey } = identity;
  const { method, path, nonce, headers = {} } = request;
  const bodySha256 = createHash('sha256')
    .update(request.body ?? '')
    .digest('hex');
  const text = requestText({ method, path, stationId, nonce, bodySha256, headers });
  const signature = sign(null, Buffer.from(text), privateKey).toString('base64');
  return { [STATION_HEADER]: stationId, [NONCE_HEADER]: nonce, [SIGNATURE_HEADER]: signature };
}

async function readText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  if (!body) return '';
  for await (const part of body) {
    size += part.length;
    if (size > MAX_REPLY_BYTES)
      throw new GuichetError('server-nonsense', { detail: { cause: 'reply too long' } });
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function unreachable(cause: string, error?: unknown): GuichetError {
  return new GuichetError('server-unreachable', { detail: { cause }, cause: error });
}

/** The system's word for it (ECONNREFUSED, ENOTFOUND…): short, and what support asks for. */
function causeOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (inner instanceof Error && 'code' in inner && typeof inner.code === 'string') return inner.code;
  return inner instanceof Error ? inner.name : 'inconnue';
}
