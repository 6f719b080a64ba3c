import type { FastifyInstance } from 'fastify';
import type { Centre } from './centre.ts';

/** For a station that meets a key it does not know: how it follows from the one it does. */
export function keysRoute(app: FastifyInstance, { key }: Centre): void {
  app.get('/v1/keys', () => ({ introductions: key.introductions }));
}
