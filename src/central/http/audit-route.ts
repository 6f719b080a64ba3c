import type { FastifyInstance } from 'fastify';
import { checkpointsRequestSchema, type CheckpointsReply } from '#shared/protocol/audit.ts';
import { keepCheckpoint } from '../audit/keep-checkpoint.ts';
import { authenticate, bodyOf, nonceOf } from './authenticate.ts';
import type { Centre } from './centre.ts';

/** Stations hand over where their audit logs stand; even one that is suspended, whose log matters most. */
export function auditRoute(app: FastifyInstance, centre: Centre): void {
  app.post('/v1/audit/checkpoints', { bodyLimit: 256 * 1024 }, async (request) => {
    const station = await authenticate(centre.database, request);
    const { checkpoints } = checkpointsRequestSchema.parse(JSON.parse(bodyOf(request).toString('utf8')));
    const verdicts = await centre.database.transaction(async (sql) => {
      // One request of a station at a time: what contradicts what must not depend on which came first.
      await sql.rows('SELECT 1 FROM station WHERE station_id = $1 FOR UPDATE', [station.stationId]);
      const given: CheckpointsReply['verdicts'] = [];
      for (const signed of checkpoints)
        given.push(await keepCheckpoint(sql, station, signed, centre.nowMs()));
      return given;
    });
    const reply: CheckpointsReply = { kind: 'audit-checkpoints', nonce: nonceOf(request), verdicts };
    return centre.key.seal(reply);
  });
}
