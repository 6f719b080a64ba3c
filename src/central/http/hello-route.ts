import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { OP_SCHEMAS } from '#shared/protocol/limits.ts';
import type { Hello } from '#shared/protocol/replies.ts';
import { chainStartSchema } from '#shared/protocol/requests.ts';
import { STATION_HEADER } from '#shared/protocol/request-signature.ts';
import { tellStart } from '../enrolment/succeed.ts';
import { authenticate, nonceOf } from './authenticate.ts';
import type { Centre } from './centre.ts';
import { Refusal } from '../refusal.ts';

/** Who this centre is, to anybody who asks; where the station stands, to the station itself. */
export function helloRoute(app: FastifyInstance, centre: Centre): void {
  app.get('/v1/hello', async (request) => {
    const hello: Hello = {
      kind: 'hello',
      nonce: nonceOf(request),
      epoch: centre.epoch.epoch,
      serverTimeMs: centre.nowMs(),
      schemas: OP_SCHEMAS,
      protocols: centre.protocols,
      training: await centre.kind.isTraining(),
      station: await stationPart(centre, request),
      batchRecipients: [...centre.batchRecipients],
      takesStationKeys: true,
    };
    return centre.key.seal(hello);
  });
}

/** What a station may say of itself, for the rectorat's list: its clock, and what it still has to send. */
const aboutItselfSchema = z.object({
  clock: z.coerce.number().int().optional().catch(undefined),
  ops: z.coerce.number().int().min(0).max(1e9).optional().catch(undefined),
  scans: z.coerce.number().int().min(0).max(1e9).optional().catch(undefined),
});

/** Where the chain of a station attached again begins. */
const startSchema = z.object({
  start: z.coerce.number().int().positive(),
  after: chainStartSchema.shape.previousHash,
});

async function noteStart({ database }: Centre, stationId: string, query: unknown): Promise<void> {
  const told = startSchema.safeParse(query).data;
  if (told) await tellStart(database, stationId, { nextSeq: told.start, previousHash: told.after });
}

async function noteSeen({ database, nowMs }: Centre, stationId: string, query: unknown): Promise<void> {
  const { clock, ops, scans } = aboutItselfSchema.parse(query);
  await database.rows(
    'UPDATE station SET last_seen_ms = $2, clock_skew_ms = $3, ops_pending = $4, scans_pending = $5 WHERE station_id = $1',
    [stationId, nowMs(), clock === undefined ? null : clock - nowMs(), ops ?? null, scans ?? null],
  );
}

async function stationPart(centre: Centre, request: FastifyRequest): Promise<Hello['station']> {
  if (request.headers[STATION_HEADER] === undefined) return null;
  try {
    const { stationId, headSeq, suspended, suspendedFor, revoked } = await authenticate(
      centre.database,
      request,
    );
    await noteSeen(centre, stationId, request.query);
    await noteStart(centre, stationId, request.query);
    return { stationId, lastStationSeq: headSeq, suspended, revoked, suspendedFor };
  } catch (error) {
    // A station of another centre must still learn, signed, that this is not its own.
    if (error instanceof Refusal && error.code === 'unknown-station') return null;
    throw error;
  }
}
