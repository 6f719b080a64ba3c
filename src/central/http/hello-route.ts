import type { FastifyInstance, FastifyRequest } from 'fastify';
import { OP_SCHEMAS } from '#shared/protocol/limits.ts';
import type { Hello } from '#shared/protocol/replies.ts';
import { STATION_HEADER } from '#shared/protocol/request-signature.ts';
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
      training: await centre.kind.isTraining(),
      station: await stationPart(centre, request),
    };
    return centre.key.seal(hello);
  });
}

async function stationPart(centre: Centre, request: FastifyRequest): Promise<Hello['station']> {
  if (request.headers[STATION_HEADER] === undefined) return null;
  try {
    const { stationId, headSeq, suspended } = await authenticate(centre.database, request);
    return { stationId, lastStationSeq: headSeq, suspended };
  } catch (error) {
    // A station of another centre must still learn, signed, that this is not its own.
    if (error instanceof Refusal && error.code === 'unknown-station') return null;
    throw error;
  }
}
