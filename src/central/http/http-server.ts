import { createServer as createPlainServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { fastify, LogController, type FastifyInstance } from 'fastify';
import { auditRoute } from './audit-route.ts';
import { batchesRoute } from './batches-route.ts';
import { blobsRoutes } from './blobs-routes.ts';
import { changesRoute } from './changes-route.ts';
import type { Centre } from './centre.ts';
import { enrolmentRoute } from './enrolment-route.ts';
import { figuresRoutes } from './figures-routes.ts';
import { helloRoute } from './hello-route.ts';
import { keysRoute } from './keys-route.ts';
import { opsRoutes } from './ops-routes.ts';
import { portalAccountsRoute } from './portal-accounts-route.ts';
import { metricsRoutes } from './metrics-routes.ts';
import { stationKeysRoute } from './station-keys-route.ts';
import { openApiRoute } from './open-api-route.ts';
import { receiptsRoute } from './receipts-route.ts';
import { readTls, type TlsFiles } from './tls.ts';
import { refuseOtherVersions } from './versions-hook.ts';
import { Refusal } from '../refusal.ts';
import { pages } from '../web/pages.ts';
import { toRefusal } from './to-refusal.ts';
import { uploadRoutes } from './upload-routes.ts';

const BODY_LIMIT = 64 * 1024;

/** More than a station grants itself on the slowest line (`http-exchange.ts`). */
const REQUEST_LIMIT_MS = 900_000;

export function createHttpServer(
  centre: Centre,
  logFile: string,
  tls: TlsFiles | undefined,
): FastifyInstance {
  const app = fastify({
    logger: { level: 'info', file: logFile },
    // The usual lines hold addresses and queries; ours hold facts only.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    // HEAD belongs to tus.
    exposeHeadRoutes: false,
    // A proxy beside the centre tells who asks and how; nobody else is believed.
    trustProxy: 'loopback',
    // Given here: fastify sets its own limits on servers of its own making only.
    serverFactory: (handler) =>
      tls
        ? createTlsServer({ ...readTls(tls), requestTimeout: REQUEST_LIMIT_MS }, handler)
        : createPlainServer({ requestTimeout: REQUEST_LIMIT_MS }, handler),
  });
  readBodiesAsSent(app);
  refuseOtherVersions(app, centre);
  answerRefusals(app);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    app.log.info({
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
  metricsRoutes(app, centre);
  openApiRoute(app);
  helloRoute(app, centre);
  enrolmentRoute(app, centre);
  opsRoutes(app, centre);
  changesRoute(app, centre);
  blobsRoutes(app, centre);
  uploadRoutes(app, centre);
  receiptsRoute(app, centre);
  auditRoute(app, centre);
  batchesRoute(app, centre);
  keysRoute(app, centre);
  stationKeysRoute(app, centre);
  figuresRoutes(app, centre);
  portalAccountsRoute(app, centre);
  pages(app, centre);
  return app;
}

/** Signatures cover the bytes as sent, so no parser may touch them first. */
function readBodiesAsSent(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

function answerRefusals(app: FastifyInstance): void {
  app.setNotFoundHandler(() => {
    throw new Refusal('not-found');
  });
  app.setErrorHandler((error, request, reply) => {
    const refusal = toRefusal(error);
    // No message of the cause: PostgreSQL's quote the values, which are personal data.
    if (refusal.status === 500)
      app.log.error({ route: request.routeOptions.url ?? 'none', fault: describeFault(refusal.cause) });
    return reply.code(refusal.status).send(refusal.body);
  });
}

function describeFault(cause: unknown): { name: string; code?: unknown; at: string[] } | undefined {
  if (!(cause instanceof Error)) return undefined;
  const at = (cause.stack ?? '')
    .split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 6);
  return {
    name: cause.name,
    code: 'code' in cause ? cause.code : undefined,
    at: at.map((line) => line.trim()),
  };
}
