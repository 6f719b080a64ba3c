import type { FastifyInstance } from 'fastify';
import { stationKeysRequestSchema, type StationKeysReply } from '#shared/protocol/station-keys.ts';
import { adoptKeys } from '../keys/station-keys.ts';
import { Refusal } from '../refusal.ts';
import { bodyOf, nonceOf, requireSignedBy } from './authenticate.ts';
import type { Centre } from './centre.ts';

/**
 * A station changes its signing key. The request is signed by the new one; the statements say that the old one wanted it. The same again
 * changes nothing: an answer may have been lost. A station that is suspended may too: it proves who it is by the newest.
 */
export function stationKeysRoute(app: FastifyInstance, centre: Centre): void {
  app.post('/v1/stations/keys', { bodyLimit: 256 * 1024 }, async (request) => {
    const { keys } = stationKeysRequestSchema.parse(JSON.parse(bodyOf(request).toString('utf8')));
    const { stationId, publicKey } = keys.at(-1)?.statement ?? { stationId: '', publicKey: '' };
    requireSignedBy(request, stationId, publicKey);
    const adopted = await centre.database.transaction((sql) =>
      adoptKeys(sql, stationId, keys, centre.nowMs()),
    );
    if (adopted === 'unknown') throw new Refusal('unknown-station');
    if (adopted === 'forked') throw new Refusal('station-suspended');
    if (adopted === 'unproven' || adopted.current !== publicKey) throw new Refusal('bad-request-signature');
    const reply: StationKeysReply = { kind: 'station-keys', nonce: nonceOf(request), publicKey };
    return centre.key.seal(reply);
  });
}
