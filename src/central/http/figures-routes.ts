import type { FastifyInstance } from 'fastify';
import { readFigures } from '../figures.ts';
import type { Centre } from './centre.ts';

/** Counts and one hash, nothing personal: open to whoever reaches the centre. */
export function figuresRoutes(app: FastifyInstance, centre: Centre): void {
  app.get('/v1/health', async () => {
    await centre.database.rows('SELECT 1');
    return { status: 'ok' };
  });
  // For whoever runs the machines: `live` restarts a process that hangs, `ready` keeps requests away while the base is.
  app.get('/health/live', () => ({ status: 'ok' }));
  app.get('/health/ready', async () => {
    await centre.database.rows('SELECT 1');
    return { status: 'ok' };
  });
  app.get('/v1/figures', () => readFigures(centre.database));
}
