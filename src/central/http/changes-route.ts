import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { changesCursor, type ChangesReply } from '#shared/protocol/changes.ts';
import { readChanges } from '../intake/read-changes.ts';
import { authenticate, nonceOf } from './authenticate.ts';
import type { Centre } from './centre.ts';
import { Refusal } from '../refusal.ts';

const querySchema = z.object({ after: changesCursor.default('0.0') });

/** What the other counters of the académie changed. A suspended or revoked station learns nothing more. */
export function changesRoute(app: FastifyInstance, centre: Centre): void {
  app.get('/v1/changes', async (request) => {
    const { stationId, academyCode, suspended } = await authenticate(centre.database, request);
    if (suspended) throw new Refusal('station-suspended');
    const { after } = querySchema.parse(request.query);
    const changes = await readChanges(centre.database, { stationId, academyCode }, after);
    const reply: ChangesReply = { kind: 'changes', nonce: nonceOf(request), ...changes };
    return centre.key.seal(reply);
  });
}
