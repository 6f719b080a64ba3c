import { readFileSync } from 'node:fs';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import type { Centre } from '../http/centre.ts';
import { toRefusal } from '../http/to-refusal.ts';
import { officeRoutes } from '../office/office-routes.ts';
import { portalRoutes } from '../portal/portal-routes.ts';
import { stopPage } from '../portal/portal-pages.ts';
import { guardPages, sendPage } from './guard.ts';
import { PageStop } from './page-stop.ts';

const STYLE = readFileSync(new URL('style.css', import.meta.url), 'utf8');

/** Everything a browser is shown: apart from the stations' side, with its own cookies, forms and errors. */
export function pages(app: FastifyInstance, centre: Centre): void {
  void app.register(async (scope) => {
    await scope.register(cookie);
    await scope.register(formbody, { bodyLimit: 16 * 1024 });
    guardPages(scope);
    scope.setErrorHandler((error, request, reply) => {
      if (error instanceof PageStop)
        return sendPage(reply, stopPage(error.title, error.message), error.status);
      const { status } = toRefusal(error);
      if (status >= 500) app.log.error({ route: request.routeOptions.url ?? 'none', status });
      return sendPage(reply, stopPage('La page n’a pas pu être servie', sentenceOf(status)), status);
    });
    scope.get('/pages/style.css', (_request, reply) =>
      reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=3600').send(STYLE),
    );
    portalRoutes(scope, centre);
    officeRoutes(scope, centre);
  });
}

function sentenceOf(status: number): string {
  if (status === 503) return 'Le service est momentanément indisponible ; réessayez dans quelques minutes.';
  return status >= 500
    ? 'Une erreur imprévue s’est produite ; rien n’a été changé.'
    : 'La demande est mal formée.';
}
