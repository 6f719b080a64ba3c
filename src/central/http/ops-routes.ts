import { gunzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { MAX_OPS_BYTES, MAX_OPS_PER_REQUEST } from '#shared/protocol/limits.ts';
import type { OpsReply, OpsStatusReply } from '#shared/protocol/replies.ts';
import { opsStatusRequestSchema } from '#shared/protocol/requests.ts';
import { readLine } from '../intake/read-line.ts';
import { receiveOps } from '../intake/receive-ops.ts';
import { statusOfOps } from '../intake/status-of-ops.ts';
import { authenticate, bodyOf, nonceOf } from './authenticate.ts';
import type { Centre } from './centre.ts';
import { Refusal } from '../refusal.ts';

export function opsRoutes(app: FastifyInstance, centre: Centre): void {
  app.post('/v1/ops', { bodyLimit: MAX_OPS_BYTES }, async (request) => {
    const station = await authenticate(centre.database, request);
    const texts = linesOf(request);
    const lines = await Promise.all(texts.map((text) => readLine(text, station)));
    if (lines.some((line) => 'refused' in line && line.refused.reason === 'schema-unknown'))
      throw new Refusal('upgrade-required');
    const { database, key } = centre;
    // A station is enrolled, so the kind is settled.
    const training = (await centre.kind.isTraining()) === true;
    const intake = { database, key, training, epoch: centre.epoch.epoch, nowMs: () => centre.nowMs() };
    const { verdicts, receipts, highestServerSeq } = await receiveOps(intake, station.stationId, lines);
    centre.epoch.remember(highestServerSeq);
    const reply: OpsReply = { kind: 'ops', nonce: nonceOf(request), receipts, verdicts };
    return centre.key.seal(reply);
  });

  app.post('/v1/ops/status', async (request) => {
    const station = await authenticate(centre.database, request);
    const { opIds } = opsStatusRequestSchema.parse(JSON.parse(bodyOf(request).toString('utf8')));
    const status = await statusOfOps(centre.database, station.stationId, opIds);
    const reply: OpsStatusReply = { kind: 'ops-status', nonce: nonceOf(request), ...status };
    return centre.key.seal(reply);
  });
}

/** Lines of an NDJSON body, compressed or not, within limits. */
function linesOf(request: FastifyRequest): string[] {
  const lines = textOf(request).split('\n');
  if (lines.at(-1) === '') lines.pop();
  if (lines.length > MAX_OPS_PER_REQUEST) throw new Refusal('too-many');
  return lines;
}

function textOf(request: FastifyRequest): string {
  const body = bodyOf(request);
  if (request.headers['content-encoding'] !== 'gzip') return body.toString('utf8');
  try {
    return gunzipSync(body, { maxOutputLength: MAX_OPS_BYTES }).toString('utf8');
  } catch (cause) {
    const isBomb = cause instanceof RangeError;
    throw new Refusal(isBomb ? 'too-large' : 'bad-request', { cause });
  }
}
