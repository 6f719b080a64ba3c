import type { FastifyInstance } from 'fastify';
import type { Centre } from '../http/centre.ts';
import { fieldsOf, sendPage } from '../web/guard.ts';
import { notice } from '../web/layout.ts';
import { conflictsPage } from './conflict-pages.ts';
import { openConflicts } from './conflict-queries.ts';
import { decideConflict } from './decide-conflict.ts';
import { noteAct } from './office-users.ts';
import { idOf, visitorWho } from './visitor.ts';

/** What two counters proposed side by side, and the rectorat's decision between them. */
export function conflictRoutes(app: FastifyInstance, centre: Centre): void {
  const { database } = centre;
  app.get('/rectorat/desaccords', async (request, reply) => {
    const visitor = await visitorWho(centre, request, 'reader');
    return sendPage(reply, conflictsPage(visitor, await openConflicts(database)));
  });
  app.post<{ Params: { opId: string } }>('/rectorat/desaccords/:opId', async (request, reply) => {
    const visitor = await visitorWho(centre, request, 'decider');
    const opId = idOf(request.params.opId);
    const { login } = visitor.user;
    const verdict = await decideConflict(centre, { opId, taken: fieldsOf(request, 'take'), login });
    await noteAct(database, centre.nowMs(), visitor.user, `decide ${verdict ?? 'nothing'}`, opId);
    const said =
      verdict === 'accepted'
        ? notice('good', 'Tranché : les deux guichets l’apprendront à leur prochain envoi.')
        : notice('bad', 'Quelqu’un d’autre a tranché entre-temps : rien n’a changé.');
    return sendPage(reply, conflictsPage(visitor, await openConflicts(database), said));
  });
}
