import type { FastifyInstance } from 'fastify';
import { readVersion, VERSION_HEADER } from '#shared/protocol/versions.ts';
import { Refusal } from '../refusal.ts';
import type { Centre } from './centre.ts';

/** Answered whatever the version: who asks learns there what to speak. */
const ALWAYS_ANSWERED = [
  '/v1/hello',
  '/v1/enrolments',
  '/v1/health',
  '/v1/figures',
  '/v1/openapi.json',
  '/v1/keys',
];

/** 426 to a station whose version this centre does not speak: its sending stops, and nothing of it is judged by other rules than its own. */
export function refuseOtherVersions(app: FastifyInstance, { protocols }: Centre): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url ?? '';
    if (!route.startsWith('/v1/') || ALWAYS_ANSWERED.includes(route)) return done();
    const version = readVersion(request.headers[VERSION_HEADER]);
    if (version === undefined) return done(new Refusal('bad-request'));
    const speaks = version >= protocols.min && version <= protocols.max;
    return speaks ? done() : done(new Refusal('upgrade-required'));
  });
}
