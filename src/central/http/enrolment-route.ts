import type { FastifyInstance } from 'fastify';
import type { Enrolment } from '#shared/protocol/replies.ts';
import { enrolmentRequestSchema } from '#shared/protocol/requests.ts';
import { enrolStation } from '../enrolment/enrol-station.ts';
import { bodyOf, nonceOf, requireSignedBy } from './authenticate.ts';
import type { Centre } from './centre.ts';

const BODY_LIMIT = 16 * 1024;

export function enrolmentRoute(app: FastifyInstance, centre: Centre): void {
  app.post('/v1/enrolments', { bodyLimit: BODY_LIMIT }, async (request) => {
    const asked = enrolmentRequestSchema.parse(JSON.parse(bodyOf(request).toString('utf8')));
    requireSignedBy(request, asked.stationId, asked.publicKey);
    const { block, claimedBlockContested } = await enrolStation(centre.database, asked, centre.kind);
    const enrolment: Enrolment = {
      kind: 'enrolment',
      nonce: nonceOf(request),
      stationId: asked.stationId,
      block,
      claimedBlockContested,
      epoch: centre.epoch.epoch,
      server: { keyId: centre.key.keyId, publicKey: centre.key.publicKey },
      batchRecipients: [...centre.batchRecipients],
    };
    return centre.key.seal(enrolment);
  });
}
