import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Centre } from '../http/centre.ts';
import { fieldOf, requireToken } from '../web/guard.ts';
import { notHere, PageStop } from '../web/page-stop.ts';
import { findSession } from '../web/sessions.ts';
import type { Visitor } from './office-pages.ts';
import { findOfficeUser, mayAct, type OfficeRole } from './office-users.ts';

/** Throws PageStop 404. */
export function idOf(text: string): string {
  const id = z.uuid().safeParse(text);
  if (!id.success) throw notHere();
  return id.data;
}

/** Undefined: nobody has signed in. */
export async function findVisitor(centre: Centre, request: FastifyRequest): Promise<Visitor | undefined> {
  const session = await findSession(centre.database, centre.nowMs(), 'office', request);
  const user = session && (await findOfficeUser(centre.database, session.subjectId));
  return user && { user, csrf: session.csrf };
}

/** Throws PageStop 401, 403; of a form also when its token is another's. */
export async function visitorWho(
  centre: Centre,
  request: FastifyRequest,
  least: OfficeRole,
): Promise<Visitor> {
  const visitor = await findVisitor(centre, request);
  if (!visitor) throw new PageStop(401, 'Session terminée', 'Connectez-vous de nouveau.');
  if (request.method === 'POST') requireToken(fieldOf(request, 'csrf'), visitor.csrf);
  if (!mayAct(visitor.user, least))
    throw new PageStop(403, 'Page réservée', 'Votre rôle ne permet pas d’y accéder.');
  return visitor;
}
