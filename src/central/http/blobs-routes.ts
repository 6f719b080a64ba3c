import type { FastifyInstance } from 'fastify';
import { sha256Hex } from '#shared/protocol/op.ts';
import type { BlobsMissingReply } from '#shared/protocol/replies.ts';
import { blobsMissingRequestSchema } from '#shared/protocol/requests.ts';
import { authenticate, bodyOf, nonceOf } from './authenticate.ts';
import type { Centre } from './centre.ts';
import { Refusal } from '../refusal.ts';

/** Files by their hash: what is missing, and receipts. They are sent by `upload-routes.ts`. */
export function blobsRoutes(app: FastifyInstance, centre: Centre): void {
  app.post('/v1/blobs/missing', async (request) => {
    const { stationId } = await authenticate(centre.database, request);
    const { sha256 } = blobsMissingRequestSchema.parse(JSON.parse(bodyOf(request).toString('utf8')));
    const missing = await centre.blobs.missing(sha256);
    const begun = await centre.blobs.begun(stationId, missing);
    const reply: BlobsMissingReply = { kind: 'blobs-missing', nonce: nonceOf(request), missing, begun };
    return centre.key.seal(reply);
  });

  app.get<{ Params: { sha256: string } }>('/v1/blobs/:sha256/receipt', async (request) => {
    await authenticate(centre.database, request);
    const hash = sha256Hex.safeParse(request.params.sha256);
    const receipt = hash.success ? await centre.blobs.findReceipt(hash.data) : undefined;
    if (!receipt) throw new Refusal('not-found');
    return receipt;
  });
}
