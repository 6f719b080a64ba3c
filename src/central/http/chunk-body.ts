import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { releaseBytes } from '#shared/release-bytes.ts';
import { sha256Hex } from '../canonical.ts';
import { Refusal } from '../refusal.ts';
import { bodyOf } from './authenticate.ts';

export const CHUNK_TYPE = 'application/offset+octet-stream';

/** Bytes of a file, hashed as they came in. */
export interface ChunkBody {
  content: Buffer;
  sha256: string;
  /** The line was cut before the end. */
  isCut: boolean;
}

/** Bodies of tus are hashed while they arrive, and what came before a cut is handed over too: it need not travel again. */
export function readChunkBodies(app: FastifyInstance): void {
  app.addContentTypeParser(CHUNK_TYPE, (request: FastifyRequest, payload: IncomingMessage) =>
    readChunk(payload, request.routeOptions.bodyLimit ?? 0),
  );
}

function isChunk(body: unknown): body is ChunkBody {
  return typeof body === 'object' && body !== null && 'isCut' in body;
}

/** Also of a body that came under another type, or that is empty and was not even read. */
export function chunkOf(request: FastifyRequest): ChunkBody {
  if (isChunk(request.body)) return request.body;
  const content = bodyOf(request);
  return { content, sha256: sha256Hex(content), isCut: false };
}

/**
 * By events: an iterator over a body costs several times what reading it does. Each part is put in its place as it comes, and its memory
 * given back; a body that does not say its length may be as long as any.
 */
function readChunk(payload: IncomingMessage, limit: number): Promise<ChunkBody> {
  const announced = Number(payload.headers['content-length'] ?? limit);
  const hash = createHash('sha256');
  let size = 0;
  return new Promise((resolve, reject) => {
    const refuse = () => {
      payload.removeAllListeners('data').resume();
      reject(new Refusal('too-large'));
    };
    if (announced > limit) return refuse();
    const bytes = Buffer.allocUnsafeSlow(announced);
    const end = (isCut: boolean) => {
      resolve({ content: bytes.subarray(0, size), sha256: hash.digest('hex'), isCut });
    };
    payload.on('data', (part: Uint8Array) => {
      if (size + part.length > announced) return refuse();
      hash.update(part);
      bytes.set(part, size);
      size += part.length;
      releaseBytes(part);
    });
    payload.once('end', () => end(false));
    payload.once('error', () => end(true));
  });
}
