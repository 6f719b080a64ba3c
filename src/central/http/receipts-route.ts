import type { FastifyInstance } from 'fastify';
import type { ReceiptsConfirmed } from '#shared/protocol/replies.ts';
import { receiptsConfirmRequestSchema } from '#shared/protocol/requests.ts';
import { confirmReceipts } from '../intake/confirm-receipts.ts';
import { authenticate, bodyOf, nonceOf } from './authenticate.ts';
import type { Centre } from './centre.ts';

/** The second exchange: a station may let go of its copy only of what both sides hold the same receipt for. */
export function receiptsRoute(app: FastifyInstance, centre: Centre): void {
  app.post('/v1/receipts/confirm', { bodyLimit: 128 * 1024 }, async (request) => {
    await authenticate(centre.database, request);
    const { receipts } = receiptsConfirmRequestSchema.parse(JSON.parse(bodyOf(request).toString('utf8')));
    const confirmed = await confirmReceipts(centre.database, receipts, centre.nowMs());
    const reply: ReceiptsConfirmed = {
      kind: 'receipts-confirmed',
      nonce: nonceOf(request),
      epoch: centre.epoch.epoch,
      confirmed,
    };
    return centre.key.seal(reply);
  });
}
