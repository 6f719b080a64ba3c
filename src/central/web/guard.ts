import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PageStop } from './page-stop.ts';

const HEADERS = {
  // No script at all, no inline style: what a page could be made to hold by a mistake would still not run.
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // `same-origin` and not `no-referrer`: with the latter browsers hide the origin of a form, which is checked below.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cache-control': 'no-store',
};

/** What every page of the centre answers with, and which forms it takes. */
export function guardPages(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(HEADERS);
    if (request.protocol === 'https') void reply.header('strict-transport-security', 'max-age=31536000');
    if (request.method === 'POST') requireOwnForm(request);
  });
}

/** A form of another site is refused; so is one whose origin cannot be told. Sessions add a token of their own. */
function requireOwnForm({ headers, host }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  const isOwn = site === undefined ? hostOf(headers.origin) === host : site === 'same-origin';
  if (!isOwn) throw foreignForm();
}

/** Of a form sent within a session. */
export function requireToken(sent: string | undefined, csrf: string): void {
  if (sent !== csrf) throw foreignForm();
}

function foreignForm(): PageStop {
  return new PageStop(403, 'Formulaire refusé', 'Rechargez la page, puis recommencez.');
}

function hostOf(origin: string | undefined): string | undefined {
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** One field of a form, as typed; empty when absent. */
export function fieldOf(request: FastifyRequest, name: string): string {
  const { body } = request;
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = (body as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}

/** All values of one name, as of checkboxes. */
export function fieldsOf(request: FastifyRequest, name: string): string[] {
  const { body } = request;
  if (typeof body !== 'object' || body === null) return [];
  return [(body as Record<string, unknown>)[name]].flat().filter((value) => typeof value === 'string');
}

export function sendPage(reply: FastifyReply, page: { text: string }, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(page.text);
}
