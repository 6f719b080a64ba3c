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

/** By events: an iterator over a body costs several times what reading it does. */
function readChunk(payload: IncomingMessage, limit: number): Promise<ChunkBody> {
  const hash = createHash('sha256');
  const parts: Uint8Array[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const end = (isCut: boolean) => {
      const content = Buffer.concat(parts);
      parts.forEach(releaseBytes);
      resolve({ content, sha256: hash.digest('hex'), isCut });
    };
    const refuse = () => {
      payload.removeAllListeners('data').resume();
      reject(new Refusal('too-large'));
    };
    if (Number(payload.headers['content-length'] ?? 0) > limit) return refuse();
    payload.on('data', (part: Uint8Array) => {
      size += part.length;
      if (size > limit) return refuse();
      hash.update(part);
      parts.push(part);
    });
    payload.once('end', () => end(false));
    payload.once('error', () => end(true));
  });
}
