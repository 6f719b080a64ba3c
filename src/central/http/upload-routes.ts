import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MAX_BLOB_BYTES, MAX_CHUNK_BYTES } from '#shared/protocol/limits.ts';
import { sha256Hex } from '#shared/protocol/op.ts';
import { RECEIPT_HEADER, receiptText } from '#shared/protocol/receipt-header.ts';
import type { Progress, UploadId } from '../blobs/blob-store.ts';
import { Refusal } from '../refusal.ts';
import { authenticate } from './authenticate.ts';
import type { Centre } from './centre.ts';
import { CHUNK_TYPE, chunkOf, readChunkBodies } from './chunk-body.ts';

const TUS_VERSION = '1.0.0';

/** One signed body is one chunk. */
const BODY_LIMIT = MAX_CHUNK_BYTES;

interface Params {
  Params: { sha256: string };
}

/**
 * tus 1.0, core and creation-with-upload, spoken directly (docs/adr/0014): a chunk is in memory already, checked against the
 * station's signature, and needs no stream.
 */
export function uploadRoutes(app: FastifyInstance, { database, blobs }: Centre): void {
  readChunkBodies(app);
  const uploadOf = async (
    request: FastifyRequest,
    sha256: unknown,
    bodySha256?: readonly string[],
  ): Promise<UploadId> => {
    // A receipt is only given once the base has been asked again (`blob-rows`).
    const options = bodySha256 ? { bodySha256, acceptsRecent: true } : {};
    const station = await authenticate(database, request, options);
    if (station.suspended) throw new Refusal('station-suspended');
    if (request.headers['tus-resumable'] !== TUS_VERSION) throw new Refusal('bad-request');
    const hash = sha256Hex.safeParse(sha256);
    if (!hash.success) throw new Refusal(request.method === 'POST' ? 'bad-request' : 'not-found');
    return { stationId: station.stationId, sha256: hash.data, signedWith: station.keys.current };
  };

  app.post('/v1/blobs', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const { content, sha256, isCut } = chunkOf(request);
    const announced = announcedHash(request);
    const size = countOf(request, 'upload-length');
    // Of a file that comes whole, what is signed is its very name: its beginning is the station's word already, whatever follows.
    const isWhole = Number(request.headers['content-length']) === size;
    if (isCut && !isWhole) throw new Refusal('bad-request');
    const signed = new Set(isWhole && announced !== undefined ? [sha256, announced] : [sha256]);
    const id = await uploadOf(request, announced, [...signed]);
    if (size > MAX_BLOB_BYTES) throw new Refusal('too-large');
    if (isCut) {
      await blobs.keepBeginning(id, size, content);
      throw new Refusal('bad-request');
    }
    const progress = await blobs.begin(id, size, content, sha256);
    return answer(reply.code(201).header('location', `/v1/blobs/${id.sha256}`), progress);
  });

  app.head<Params>('/v1/blobs/:sha256', async (request, reply) => {
    const upload = await blobs.find(await uploadOf(request, request.params.sha256));
    if (!upload) throw new Refusal('not-found');
    reply.header('upload-length', upload.size).header('cache-control', 'no-store');
    return answer(reply.code(200), upload);
  });

  app.patch<Params>('/v1/blobs/:sha256', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const { content, sha256, isCut } = chunkOf(request);
    if (isCut || request.headers['content-type'] !== CHUNK_TYPE) throw new Refusal('bad-request');
    const id = await uploadOf(request, request.params.sha256, [sha256]);
    const progress = await blobs.append(id, content, countOf(request, 'upload-offset'));
    return answer(reply.code(204), progress);
  });
}

function answer(reply: FastifyReply, { offset, receipt }: Progress): FastifyReply {
  reply.header('tus-resumable', TUS_VERSION).header('upload-offset', offset);
  if (receipt) reply.header(RECEIPT_HEADER, receiptText(receipt));
  return reply.send();
}

/** `upload-metadata: sha256 <base64>`, among whatever else a client may say. */
function announcedHash(request: FastifyRequest): string | undefined {
  const metadata = String(request.headers['upload-metadata'] ?? '').split(',');
  const [, value] =
    metadata.map((entry) => entry.trim().split(' ')).find(([name]) => name === 'sha256') ?? [];
  return value === undefined ? undefined : Buffer.from(value, 'base64').toString('latin1');
}

function countOf(request: FastifyRequest, header: 'upload-length' | 'upload-offset'): number {
  const text = String(request.headers[header] ?? '');
  if (!/^\d{1,15}$/.test(text)) throw new Refusal('bad-request');
  return Number(text);
}
