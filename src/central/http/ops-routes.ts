import type { FastifyInstance, FastifyRequest } from 'fastify';
import { MAX_OPS_BYTES } from '#shared/protocol/limits.ts';
import type { OpsReply, OpsStatusReply } from '#shared/protocol/replies.ts';
import { opsStatusRequestSchema } from '#shared/protocol/requests.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { readLines, type Line } from '../intake/read-lines.ts';
import { receiveOps } from '../intake/receive-ops.ts';
import { statusOfOps } from '../intake/status-of-ops.ts';
import { authenticate, bodyOf, nonceOf, type EnrolledStation } from './authenticate.ts';
import type { Centre } from './centre.ts';
import { sharedWaitingRoom } from './waiting-room.ts';
import { Refusal } from '../refusal.ts';

/**
 * Of an instance, whose connections to the base are ten. When the line comes back every station asks at once: the others wait here, still
 * compressed, not for a connection, of which they would be refused the wait.
 */
const READ_AT_ONCE = 6;
/** What a station has on the line: one is read while the other is judged. */
const READ_AT_ONCE_OF_A_STATION = 2;

export function opsRoutes(app: FastifyInstance, centre: Centre): void {
  // A station's batches in the order they came, whichever is read first: a later one would be held for the earlier.
  const inTurn = oneAtATime();
  const enter = sharedWaitingRoom(READ_AT_ONCE, READ_AT_ONCE_OF_A_STATION);
  const receive = async (station: EnrolledStation, reading: Promise<Line[]>) => {
    const lines = await reading;
    if (lines.some((line) => 'refused' in line && line.refused.reason === 'schema-unknown'))
      throw new Refusal('upgrade-required');
    const { database, key, deadlines } = centre;
    // A station is enrolled, so the kind is settled.
    const training = (await centre.kind.isTraining()) === true;
    const { epoch } = centre.epoch;
    const intake = { database, key, training, epoch, deadlines, nowMs: () => centre.nowMs() };
    return receiveOps(intake, station.stationId, lines);
  };
  app.post('/v1/ops', { bodyLimit: MAX_OPS_BYTES }, async (request) => {
    const station = await authenticate(centre.database, request, { acceptsFormerKeys: true });
    const { verdicts, receipts, highestServerSeq } = await enter(station.stationId, async () => {
      refuseIfGone(request);
      const reading = beginReading(request, station);
      return inTurn(station.stationId, () => {
        refuseIfGone(request);
        return receive(station, reading);
      });
    });
    centre.epoch.remember(highestServerSeq);
    const reply: OpsReply = { kind: 'ops', nonce: nonceOf(request), receipts, verdicts };
    return centre.key.seal(reply);
  });

  app.post('/v1/ops/status', async (request) => {
    const station = await authenticate(centre.database, request, { acceptsFormerKeys: true });
    const { opIds } = opsStatusRequestSchema.parse(JSON.parse(bodyOf(request).toString('utf8')));
    const status = await statusOfOps(centre.database, station.stationId, opIds);
    const reply: OpsStatusReply = { kind: 'ops-status', nonce: nonceOf(request), ...status };
    return centre.key.seal(reply);
  });
}

/** No work for a client that left while it waited: it will ask again. */
function refuseIfGone(request: FastifyRequest): void {
  if (request.raw.socket.destroyed) throw new Refusal('unavailable');
}

/** Begins at once; what it throws is thrown to whoever waits for it, later. */
function beginReading(request: FastifyRequest, station: EnrolledStation): Promise<Line[]> {
  const isCompressed = request.headers['content-encoding'] === 'gzip';
  const reading = readLines(bodyOf(request), station, { isCompressed });
  reading.catch(() => undefined);
  return reading;
}
