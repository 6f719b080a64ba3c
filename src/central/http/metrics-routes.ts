import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Centre } from './centre.ts';

/** What the base alone knows: the same from every instance. */
const BASE_GAUGES: Record<string, { help: string; sql: string }> = {
  guichet_ops_held: {
    help: 'Ops that wait for another one',
    sql: `SELECT count(*) AS value FROM op WHERE verdict = 'held_missing_parent'`,
  },
  guichet_quarantine_undecided: {
    help: 'Ops in quarantine that wait for a person',
    sql: 'SELECT count(*) AS value FROM quarantine WHERE decision IS NULL',
  },
  guichet_mails_waiting: {
    help: 'Mails not sent yet',
    sql: 'SELECT count(*) AS value FROM portal_mail WHERE next_try_ms IS NOT NULL',
  },
  guichet_stations_suspended: {
    help: 'Stations that are stopped',
    sql: 'SELECT count(*) AS value FROM station WHERE suspended_for IS NOT NULL',
  },
};

/** Prometheus text. Routes, never addresses or numbers: nothing personal. */
export function metricsRoutes(app: FastifyInstance, { database }: Centre): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'guichet_request_seconds',
    help: 'Time to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  for (const [name, { help, sql }] of Object.entries(BASE_GAUGES)) {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [registry],
      collect: async () => gauge.set(Number((await database.rows(sql))[0]?.['value'])),
    });
  }
  app.addHook('onResponse', async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
    };
    seconds.observe(labels, reply.elapsedTime / 1000);
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
