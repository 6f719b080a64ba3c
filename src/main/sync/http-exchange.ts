import { createHash, sign } from 'node:crypto';
import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { GuichetError } from '#shared/errors.ts';
import { MAX_REPLY_BYTES } from '#shared/protocol/limits.ts';
import {
  NONCE_HEADER,
  requestText,
  SIGNATURE_HEADER,
  STATION_HEADER,
} from '#shared/protocol/request-signature.ts';
import { PROTOCOL_VERSIONS, VERSION_HEADER } from '#shared/protocol/versions.ts';
import type { StationIdentity } from './station-identity.ts';

export interface HttpRequest {
  method: 'GET' | 'POST' | 'HEAD' | 'PATCH';
  /** From `/v1/`. */
  path: string;
  body?: Uint8Array<ArrayBuffer>;
  /** Where it is known already. */
  bodySha256?: string;
  headers?: Record<string, string>;
  nonce: string;
  /** Of the protocol; the newest of this program unless told otherwise. */
  version?: number;
}

/** Who asks. */
export type Signer = Pick<StationIdentity, 'stationId' | 'privateKey'>;

export interface HttpReply {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}

/** Of a request that is small. */
const REQUEST_LIMIT_MS = 120_000;
/** Bodies that travel at once on a slow line never hold more than this together, and the slowest carries so much in a second. */
export const MOST_BYTES_ON_SLOW_LINE = 4 * 1024 * 1024;
const SLOWEST_BYTES_PER_SECOND = 8_000;
const LARGE_BODY_BYTES = 64 * 1024;

// A connection is opened once for a run, not once for a request: a handshake of TLS costs more than a small request.
const OPTIONS = { keepAlive: true, maxSockets: 16 };
const agents = { 'http:': new HttpAgent(OPTIONS), 'https:': new HttpsAgent(OPTIONS) };

const decompress = promisify(gunzip);

/**
 * One signed request, one whole reply, whatever its status below 500. Throws `server-unreachable` for anything that another
 * attempt may cure: no connection, a cut, a proxy's or the centre's 5xx; `cancelled` as soon as `cancel` is aborted. Redirections
 * are a captive portal's doing and are not followed: the centre never redirects.
 */
export async function exchange(
  baseUrl: string,
  identity: Signer,
  request: HttpRequest,
  cancel?: AbortSignal,
): Promise<HttpReply> {
  const url = new URL(baseUrl.replace(/\/+$/, '') + request.path);
  const { method } = request;
  const headers = {
    'accept-encoding': 'gzip',
    'content-length': String(request.body?.length ?? 0),
    [VERSION_HEADER]: String(request.version ?? PROTOCOL_VERSIONS.max),
    ...request.headers,
    ...signatureHeaders(identity, request),
  };
  try {
    const reply = await send(url, { method, headers, ...(cancel ? { signal: cancel } : {}) }, request.body);
    if (reply.status >= 500 && reply.status !== 507) throw unreachable(`HTTP ${reply.status}`);
    return reply;
  } catch (error) {
    if (cancel?.aborted) throw new GuichetError('cancelled');
    if (error instanceof GuichetError) throw error;
    throw unreachable(causeOf(error), error);
  }
}

/** The request is handed to the system before this returns: whoever calls may work while it travels. */
function send(url: URL, options: RequestOptions, body: Uint8Array | undefined): Promise<HttpReply> {
  const isSecure = url.protocol === 'https:';
  const agent = agents[isSecure ? 'https:' : 'http:'];
  const request = (isSecure ? httpsRequest : httpRequest)(url, { ...options, agent });
  const limit = setTimeout(() => request.destroy(new Error('no answer in time')), limitMsOf(body));
  const reply = new Promise<HttpReply>((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      const { statusCode: status = 0, headers } = response;
      readText(response).then((text) => {
        // Nobody can have taken in what has not left yet.
        if (status < 300 && !request.writableFinished) reject(unreachable('early answer'));
        else resolve({ status, headers, text });
      }, reject);
    });
  });
  request.end(body);
  return reply.finally(() => clearTimeout(limit));
}

/** What others send meanwhile takes its share of the line. */
function limitMsOf(body: Uint8Array | undefined): number {
  if ((body?.length ?? 0) <= LARGE_BODY_BYTES) return REQUEST_LIMIT_MS;
  return REQUEST_LIMIT_MS + (MOST_BYTES_ON_SLOW_LINE / SLOWEST_BYTES_PER_SECOND) * 1_000;
}

function signatureHeaders(identity: Signer, request: HttpRequest): Record<string, string> {
  const { stationId, privateKey } = identity;
  const { method, path, nonce, headers = {} } = request;
  const {
    bodySha256 = createHash('sha256')
      .update(request.body ?? '')
      .digest('hex'),
  } = request;
  const text = requestText({ method, path, stationId, nonce, bodySha256, headers });
  const signature = sign(null, Buffer.from(text), privateKey).toString('base64');
  return { [STATION_HEADER]: stationId, [NONCE_HEADER]: nonce, [SIGNATURE_HEADER]: signature };
}

async function readText(response: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > MAX_REPLY_BYTES) throw tooLong();
    parts.push(part);
  }
  const bytes = Buffer.concat(parts);
  if (response.headers['content-encoding'] !== 'gzip' || bytes.length === 0) return bytes.toString('utf8');
  try {
    return (await decompress(bytes, { maxOutputLength: MAX_REPLY_BYTES })).toString('utf8');
  } catch (error) {
    if (error instanceof RangeError) throw tooLong();
    throw new GuichetError('server-nonsense', { detail: { cause: 'gzip' }, cause: error });
  }
}

function tooLong(): GuichetError {
  return new GuichetError('server-nonsense', { detail: { cause: 'reply too long' } });
}

function unreachable(cause: string, error?: unknown): GuichetError {
  return new GuichetError('server-unreachable', { detail: { cause }, cause: error });
}

/** The system's word for it (ECONNREFUSED, ENOTFOUND…): short, and what support asks for. */
function causeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'inconnue';
}
