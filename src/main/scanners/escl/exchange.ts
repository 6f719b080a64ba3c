import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { GuichetError } from '#shared/errors.ts';
import { localLookup } from './local-address.ts';

export interface Exchange {
  url: URL;
  method?: 'GET' | 'POST' | 'DELETE';
  body?: string;
  /** More than this is not what was asked for. */
  mostBytes?: number;
  /** Without a byte for so long, nobody is there. */
  silenceMs?: number;
  signal?: AbortSignal | undefined;
}

export interface Reply {
  status: number;
  location: string | undefined;
  contentType: string;
  retryAfterS: number | undefined;
  body: Buffer;
}

const XML_MOST_BYTES = 256 * 1024;
const ANSWER_SILENCE_MS = 10_000;

/**
 * One request to a scanner, its answer whole. Redirections are not followed. Throws `scanner-gone`, `scanner-nonsense` (cut
 * short, too large), `cancelled`, `scanner-address-refused`.
 */
export function exchange(asked: Exchange): Promise<Reply> {
  const { url, method = 'GET', body, signal, silenceMs = ANSWER_SILENCE_MS } = asked;
  const options: RequestOptions & { rejectUnauthorized?: boolean } = {
    method,
    lookup: localLookup,
    // A connection kept open by us would keep some scanners from sleeping, and others from answering anyone else.
    agent: false,
    timeout: silenceMs,
    headers:
      body === undefined ? {} : { 'Content-Type': 'text/xml', 'Content-Length': Buffer.byteLength(body) },
    ...(signal ? { signal } : {}),
  };
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(asFault(error, signal));
    const receive = (response: IncomingMessage) =>
      void collect(response, asked.mostBytes ?? XML_MOST_BYTES).then(
        (content) => resolve(toReply(response, content)),
        fail,
      );
    // Scanners sign their own certificates, and most of them speak plain HTTP: what keeps the pages is the local network.
    const request =
      url.protocol === 'https:'
        ? httpsRequest(url, { ...options, rejectUnauthorized: false }, receive)
        : httpRequest(url, options, receive);
    request.once('timeout', () => request.destroy(new GuichetError('scanner-gone')));
    request.once('error', fail);
    request.end(body);
  });
}

async function collect(response: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > mostBytes) throw nonsense('trop long');
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof GuichetError || (error as Error).name === 'AbortError') throw error;
    // The headers came and the rest did not.
    throw nonsense('réponse coupée', error);
  }
  return Buffer.concat(parts);
}

function toReply(response: IncomingMessage, body: Buffer): Reply {
  const retryAfterS = Number(response.headers['retry-after']);
  return {
    status: response.statusCode ?? 0,
    location: response.headers.location,
    contentType: response.headers['content-type'] ?? '',
    retryAfterS: Number.isFinite(retryAfterS) ? retryAfterS : undefined,
    body,
  };
}

function asFault(error: unknown, signal: AbortSignal | undefined): GuichetError {
  if (signal?.aborted) return new GuichetError('cancelled');
  return error instanceof GuichetError ? error : new GuichetError('scanner-gone', { cause: error });
}

export function nonsense(cause: string, error?: unknown): GuichetError {
  return new GuichetError('scanner-nonsense', { detail: { cause }, cause: error });
}
