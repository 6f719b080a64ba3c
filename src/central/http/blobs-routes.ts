import { Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BLOB_CHUNK_BYTES, MAX_BLOB_BYTES } from '#shared/protocol/limits.ts';
import { sha256Hex } from '#shared/protocol/op.ts';
import type { RefusalCode } from '#shared/protocol/refusal.ts';
import type { BlobsMissingReply } from '#shared/protocol/replies.ts';
import { blobsMissingRequestSchema } from '#shared/protocol/requests.ts';
import { STATION_HEADER } from '#shared/protocol/request-signature.ts';
import { toTusId, TusDataStore } from '../blobs/tus-data-store.ts';
import { authenticate, bodyOf, nonceOf } from './authenticate.ts';
import type { Centre } from './centre.ts';
import { Refusal } from '../refusal.ts';

const PASSED_HEADERS = [
  'host',
  'content-type',
  'content-length',
  'tus-resumable',
  'upload-length',
  'upload-metadata',
  'upload-offset',
];

/** Files by their hash: what is missing, sending (tus 1.0), receipts. */
export function blobsRoutes(app: FastifyInstance, centre: Centre): void {
  const tus = createTusServer(centre);

  app.post('/v1/blobs/missing', async (request) => {
    await authenticate(centre.database, request);
    const { sha256 } = blobsMissingRequestSchema.parse(JSON.parse(bodyOf(request).toString('utf8')));
    const missing = await centre.blobs.missing(sha256);
    const reply: BlobsMissingReply = { kind: 'blobs-missing', nonce: nonceOf(request), missing };
    return centre.key.seal(reply);
  });

  app.get<{ Params: { sha256: string } }>('/v1/blobs/:sha256/receipt', async (request) => {
    await authenticate(centre.database, request);
    const hash = sha256Hex.safeParse(request.params.sha256);
    const receipt = hash.success ? await centre.blobs.findReceipt(hash.data) : undefined;
    if (!receipt) throw new Refusal('not-found');
    return receipt;
  });

  app.route({
    method: ['POST', 'HEAD', 'PATCH'],
    url: '/v1/blobs/:sha256',
    // One signed body is one chunk: it is checked whole before a byte is kept.
    bodyLimit: 4 * BLOB_CHUNK_BYTES,
    handler: (request, reply) => passToTus(centre, tus, request, reply),
  });
  app.post('/v1/blobs', { bodyLimit: 4 * BLOB_CHUNK_BYTES }, (request, reply) =>
    passToTus(centre, tus, request, reply),
  );
}

function createTusServer(centre: Centre): Server {
  return new Server({
    path: '/v1/blobs',
    datastore: new TusDataStore(centre.blobs),
    maxSize: MAX_BLOB_BYTES,
    namingFunction: (request, metadata) => tusIdOf(request, metadata?.['sha256']) ?? refuseName(),
    getFileIdFromRequest: (request, last) => tusIdOf(request, last),
    generateUrl: (_request, { path, id }) => `${path}/${id.split('.')[1] ?? ''}`,
    // Our own errors go up to the one place that answers and logs them.
    onResponseError: (_request, error) => {
      if (error instanceof Error) throw error;
      return error;
    },
  });
}

async function passToTus(
  centre: Centre,
  tus: Server,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const station = await authenticate(centre.database, request);
  if (station.suspended) throw new Refusal('station-suspended');
  const body = bodyOf(request);
  const response = await tus.handleWeb(
    new Request(`http://central${request.url}`, {
      method: request.method,
      headers: headersFor(station.stationId, request),
      body: body.length > 0 ? new Uint8Array(body) : null,
    }),
  );
  if (response.status >= 400) throw new Refusal(refusalOf(response.status));
  return reply
    .code(response.status)
    .headers(Object.fromEntries(response.headers))
    .send(await response.text());
}

function headersFor(stationId: string, request: FastifyRequest): Headers {
  const headers = new Headers({ [STATION_HEADER]: stationId });
  for (const name of PASSED_HEADERS) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}

function tusIdOf(request: Request, sha256: string | null | undefined): string | undefined {
  const stationId = request.headers.get(STATION_HEADER);
  const hash = sha256Hex.safeParse(sha256);
  return stationId !== null && hash.success ? toTusId({ stationId, sha256: hash.data }) : undefined;
}

function refuseName(): never {
  throw new Refusal('bad-request');
}

function refusalOf(tusStatus: number): RefusalCode {
  const codes: Record<number, RefusalCode> = {
    404: 'not-found',
    409: 'offset-conflict',
    410: 'not-found',
    413: 'too-large',
  };
  return codes[tusStatus] ?? (tusStatus >= 500 ? 'unavailable' : 'bad-request');
}
