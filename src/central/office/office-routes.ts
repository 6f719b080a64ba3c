import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localToMs } from '#shared/rules/local-time.ts';
import { createEnrolmentCode } from '../enrolment/enrolment-codes.ts';
import { readFigures } from '../figures.ts';
import type { Centre } from '../http/centre.ts';
import { countAttempt, forgetAttempts } from '../web/attempts.ts';
import { fieldOf, sendPage } from '../web/guard.ts';
import { notice } from '../web/layout.ts';
import { notHere, PageStop } from '../web/page-stop.ts';
import { closeSession, openSession } from '../web/sessions.ts';
import {
  codePage,
  deliveriesPage,
  figuresPage,
  officeSignInPage,
  quarantinePage,
  stationsPage,
} from './office-pages.ts';
import { auditAlarm, auditPage, auditRows } from './audit-page.ts';
import { batchesPage, batchRows } from './batches-page.ts';
import { conflictRoutes } from './conflict-routes.ts';
import { countRows, deliveryRows, quarantineRows, securityRows, stationRows } from './office-queries.ts';
import { noteAct, signInOffice } from './office-users.ts';
import {
  admitQuarantine,
  dismissQuarantined,
  resumeStation,
  revokeStation,
  suspendStation,
} from './station-acts.ts';
import { findVisitor, idOf, visitorWho } from './visitor.ts';

const CODE_VALIDITY_MS = 24 * 3_600_000;
const BY_ADDRESS = 60;
const BY_ACCOUNT = 8;

/** The rectorat's pages: what arrives, what waits for a person, and the acts of that person, each noted. */
export function officeRoutes(app: FastifyInstance, centre: Centre): void {
  const { database } = centre;
  sessionRoutes(app, centre);
  stationActRoutes(app, centre);
  codeRoutes(app, centre);
  conflictRoutes(app, centre);

  app.get('/rectorat', async (request, reply) => {
    const visitor = await findVisitor(centre, request);
    if (!visitor) return sendPage(reply, officeSignInPage());
    const { contradictions } = await auditRows(database);
    return sendPage(reply, stationsPage(visitor, await stationRows(database), auditAlarm(contradictions)));
  });
  app.get('/rectorat/receptions', async (request, reply) => {
    const visitor = await visitorWho(centre, request, 'reader');
    return sendPage(reply, deliveriesPage(visitor, await deliveryRows(database)));
  });
  app.get('/rectorat/lots', async (request, reply) => {
    const visitor = await visitorWho(centre, request, 'reader');
    return sendPage(reply, batchesPage(visitor, await batchRows(database)));
  });
  app.get('/rectorat/quarantaine', async (request, reply) => {
    const visitor = await visitorWho(centre, request, 'reader');
    return sendPage(
      reply,
      quarantinePage(visitor, await quarantineRows(database), await securityRows(database)),
    );
  });
  app.get('/rectorat/journaux', async (request, reply) => {
    const visitor = await visitorWho(centre, request, 'reader');
    return sendPage(reply, auditPage(visitor, await auditRows(database)));
  });
  app.get('/rectorat/chiffres', async (request, reply) => {
    const visitor = await visitorWho(centre, request, 'reader');
    const counts = [
      { title: 'Par jour', rows: await countRows(database, 'day') },
      { title: 'Par académie', rows: await countRows(database, 'academy') },
      { title: 'Par examen', rows: await countRows(database, 'exam') },
      { title: 'Par poste', rows: await countRows(database, 'station') },
    ];
    return sendPage(reply, figuresPage(visitor, await readFigures(database), counts));
  });
}

function sessionRoutes(app: FastifyInstance, centre: Centre): void {
  const { database } = centre;
  app.post('/rectorat/connexion', async (request, reply) => {
    const login = fieldOf(request, 'login').trim();
    await countAttempt(database, centre.nowMs(), 'office', { [request.ip]: BY_ADDRESS, [login]: BY_ACCOUNT });
    const user = await signInOffice(database, login, fieldOf(request, 'password'));
    if (!user) return sendPage(reply, officeSignInPage(login, 'Identifiant ou mot de passe inexact.'), 403);
    await forgetAttempts(database, 'office', login);
    await openSession(database, centre.nowMs(), 'office', user.userId, { request, reply });
    return reply.redirect('/rectorat', 303);
  });
  app.post('/rectorat/deconnexion', async (request, reply) => {
    await visitorWho(centre, request, 'reader');
    await closeSession(database, 'office', { request, reply });
    return reply.redirect('/rectorat', 303);
  });
}

type StationAct = (stationId: string, request: FastifyRequest) => Promise<string>;

function stationActRoutes(app: FastifyInstance, centre: Centre): void {
  const { database } = centre;
  const act = (path: string, name: string, work: StationAct) =>
    app.post<{ Params: { stationId: string } }>(
      `/rectorat/postes/:stationId/${path}`,
      async (request, reply) => {
        const visitor = await visitorWho(centre, request, 'administrator');
        const stationId = idOf(request.params.stationId);
        const said = await work(stationId, request);
        await noteAct(database, centre.nowMs(), visitor.user, name, stationId);
        return sendPage(reply, stationsPage(visitor, await stationRows(database), notice('good', said)));
      },
    );
  act('suspendre', 'suspend', async (stationId) => {
    if (!(await suspendStation(database, stationId))) throw notHere();
    return 'Le poste est suspendu : ce qu’il envoie va en quarantaine.';
  });
  act('reprendre', 'resume', async (stationId) => {
    if (!(await resumeStation(database, stationId))) throw notHere();
    return 'Le poste reprend du service.';
  });
  act('revoquer', 'revoke', async (stationId, request) => {
    if (!(await revokeStation(database, stationId, dateOf(fieldOf(request, 'date'))))) throw notHere();
    return 'Le poste est révoqué : ce qu’il avait saisi avant cette date ira en quarantaine, où une personne peut l’admettre.';
  });
  app.post<{ Params: { sha256: string } }>('/rectorat/quarantaine/:sha256/ecarter', (request, reply) =>
    dismiss(centre, request.params.sha256, request, reply),
  );
  app.post<{ Params: { stationId: string } }>('/rectorat/quarantaine/:stationId/admettre', (request, reply) =>
    admit(centre, idOf(request.params.stationId), request, reply),
  );
}

/** Codes for new stations, and for one that goes on under a new identity. */
function codeRoutes(app: FastifyInstance, centre: Centre): void {
  const { database } = centre;
  app.post<{ Params: { stationId: string } }>(
    '/rectorat/postes/:stationId/rattacher',
    async (request, reply) => {
      const visitor = await visitorWho(centre, request, 'administrator');
      const replaces = idOf(request.params.stationId);
      const station = (await stationRows(database)).find((row) => row['station_id'] === replaces);
      if (!station) throw notHere();
      const label = `${String(station['name'])}, de nouveau`.slice(0, 80);
      const asked = { label, validForMs: CODE_VALIDITY_MS, replaces };
      const code = await createEnrolmentCode(database, centre.key.keyId, asked);
      await noteAct(database, centre.nowMs(), visitor.user, 'enrolment-code-again', replaces);
      return sendPage(reply, codePage(visitor, code, label));
    },
  );
  app.post('/rectorat/codes', async (request, reply) => {
    const visitor = await visitorWho(centre, request, 'administrator');
    const label = fieldOf(request, 'label').trim().slice(0, 80);
    if (label === '') throw new PageStop(422, 'Il manque le bureau', 'Dites à qui le code est remis.');
    const code = await createEnrolmentCode(database, centre.key.keyId, {
      label,
      validForMs: CODE_VALIDITY_MS,
    });
    await noteAct(database, centre.nowMs(), visitor.user, 'enrolment-code', label);
    return sendPage(reply, codePage(visitor, code, label));
  });
}

async function admit(
  centre: Centre,
  stationId: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { database } = centre;
  const visitor = await visitorWho(centre, request, 'decider');
  const count = await admitQuarantine(centre, stationId, visitor.user.login);
  await noteAct(database, centre.nowMs(), visitor.user, `admit ${count}`, stationId);
  const said = notice('good', count === 0 ? 'Rien n’a pu être admis.' : `Opérations admises : ${count}.`);
  return sendPage(
    reply,
    quarantinePage(visitor, await quarantineRows(database), await securityRows(database), said),
  );
}

async function dismiss(
  centre: Centre,
  sha256: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { database } = centre;
  const visitor = await visitorWho(centre, request, 'decider');
  const reason = fieldOf(request, 'reason').trim().slice(0, 300);
  if (reason.length < 3)
    throw new PageStop(422, 'Il manque la raison', 'Dites pourquoi rien n’en est repris.');
  const decision = { login: visitor.user.login, reason, atMs: centre.nowMs() };
  if (!(await dismissQuarantined(database, sha256, decision))) throw notHere();
  await noteAct(database, centre.nowMs(), visitor.user, 'dismiss', sha256);
  const said = notice('good', 'L’opération est écartée ; elle reste gardée, avec la raison.');
  return sendPage(
    reply,
    quarantinePage(visitor, await quarantineRows(database), await securityRows(database), said),
  );
}

/** As typed, hour of Paris. */
function dateOf(local: string): number {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local))
    throw new PageStop(422, 'Date illisible', 'Donnez un jour et une heure.');
  return localToMs(local, 'Europe/Paris');
}
