import type { FastifyInstance } from 'fastify';
import { portalRequestsSchema, type PortalAnswer, type PortalReply } from '#shared/protocol/portal.ts';
import { openAccount } from '../portal/open-account.ts';
import { Refusal } from '../refusal.ts';
import { authenticate, bodyOf, nonceOf } from './authenticate.ts';
import type { Centre } from './centre.ts';

/** Accounts of candidates, asked for by counters: opened, or how an earlier request stands. */
export function portalAccountsRoute(app: FastifyInstance, centre: Centre): void {
  app.post('/v1/portal-accounts', async (request) => {
    const station = await authenticate(centre.database, request);
    if (station.suspended) throw new Refusal('station-suspended');
    const { requests } = portalRequestsSchema.parse(JSON.parse(bodyOf(request).toString('utf8')));
    const opening = { database: centre.database, nowMs: centre.nowMs(), stationId: station.stationId };
    const answers: PortalAnswer[] = [];
    for (const one of requests) answers.push(await openAccount(opening, one));
    centre.chores.wake();
    const reply: PortalReply = { kind: 'portal-accounts', nonce: nonceOf(request), answers };
    return centre.key.seal(reply);
  });
}
