import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { passwordFaults } from '#shared/rules/portal-password.ts';
import type { Centre } from '../http/centre.ts';
import { countAttempt, forgetAttempts } from '../web/attempts.ts';
import { fieldOf, requireToken, sendPage } from '../web/guard.ts';
import { hashPassword, isPassword } from '../web/passwords.ts';
import { notHere, PageStop } from '../web/page-stop.ts';
import { closeAllSessions, closeSession, findSession, openSession, type Session } from '../web/sessions.ts';
import { deleteUnused } from './delete-unused.ts';
import { emailKey } from './email-key.ts';
import { filesPage, forgottenPage, goodbyePage, passwordPage, signInPage } from './portal-pages.ts';
import { readFiles } from './read-files.ts';
import { findTokenAccount, setPassword } from './tokens.ts';

const BY_ADDRESS = 60;
const BY_ACCOUNT = 8;

/** The candidate's own pages. Every answer about an e-mail is the same whether it has an account or not. */
export function portalRoutes(app: FastifyInstance, centre: Centre): void {
  const { database } = centre;
  signInRoutes(app, centre);
  passwordRoutes(app, centre);

  app.get('/portail', async (request, reply) => {
    const session = await findSession(database, centre.nowMs(), 'portal', request);
    if (!session) return sendPage(reply, signInPage());
    const [account] = await database.rows('SELECT email FROM portal_account WHERE account_id = $1', [
      session.subjectId,
    ]);
    const files = await readFiles(database, session.subjectId);
    return sendPage(reply, filesPage({ email: String(account?.['email']), csrf: session.csrf }, files));
  });

  app.get<{ Params: { recordId: string; sha256: string } }>(
    '/portail/documents/:recordId/:sha256',
    async (request, reply) => {
      const { subjectId } = await sessionOf(centre, request);
      const { recordId, sha256 } = request.params;
      const file = (await readFiles(database, subjectId)).find((one) => one.recordId === recordId);
      const document = file?.documents.find((one) => one.sha256 === sha256);
      const content = document && (await centre.blobs.read(sha256));
      if (!document || !content) throw notHere();
      return reply
        .type(document.mediaType)
        .header('content-disposition', `attachment; filename="page-${sha256.slice(0, 8)}"`)
        .send(content);
    },
  );
}

function signInRoutes(app: FastifyInstance, centre: Centre): void {
  const { database } = centre;
  app.post('/portail/connexion', async (request, reply) => {
    const email = fieldOf(request, 'email');
    const key = emailKey(email);
    await countAttempt(database, centre.nowMs(), 'portal', { [request.ip]: BY_ADDRESS, [key]: BY_ACCOUNT });
    await deleteUnused(database, centre.nowMs());
    const [account] = await database.rows(
      'SELECT account_id, password_hash FROM portal_account WHERE email_key = $1',
      [key],
    );
    const passwordHash = typeof account?.['password_hash'] === 'string' ? account['password_hash'] : null;
    if (!(await isPassword(passwordHash, fieldOf(request, 'password'))))
      return sendPage(reply, signInPage(email, 'Adresse ou mot de passe inexact.'), 403);
    await forgetAttempts(database, 'portal', key);
    await openSession(database, centre.nowMs(), 'portal', String(account?.['account_id']), {
      request,
      reply,
    });
    return reply.redirect('/portail', 303);
  });

  app.post('/portail/deconnexion', async (request, reply) => {
    const { csrf } = await sessionOf(centre, request);
    requireToken(fieldOf(request, 'csrf'), csrf);
    await closeSession(database, 'portal', { request, reply });
    return sendPage(reply, goodbyePage());
  });
}

function passwordRoutes(app: FastifyInstance, centre: Centre): void {
  const { database } = centre;
  app.get('/portail/oubli', (_request, reply) => sendPage(reply, forgottenPage(false)));

  app.post('/portail/oubli', async (request, reply) => {
    const key = emailKey(fieldOf(request, 'email'));
    await countAttempt(database, centre.nowMs(), 'forgotten', {
      [request.ip]: BY_ADDRESS,
      [key]: BY_ACCOUNT,
    });
    await database.rows(
      `INSERT INTO portal_mail (mail_id, account_id, kind, next_try_ms)
       SELECT $1, account_id, 'password', $2 FROM portal_account WHERE email_key = $3 AND activated_ms IS NOT NULL`,
      [randomUUID(), centre.nowMs(), key],
    );
    centre.chores.wake();
    return sendPage(reply, forgottenPage(true));
  });

  app.get<{ Params: { token: string } }>('/portail/mot-de-passe/:token', async (request, reply) => {
    await requireLiveLink(centre, request, request.params.token);
    return sendPage(reply, passwordPage(request.params.token));
  });

  app.post<{ Params: { token: string } }>('/portail/mot-de-passe/:token', (request, reply) =>
    choosePassword(centre, request.params.token, request, reply),
  );
}

async function choosePassword(
  centre: Centre,
  token: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { database } = centre;
  await requireLiveLink(centre, request, token);
  const password = fieldOf(request, 'password');
  const faults = [
    ...passwordFaults(password),
    ...(password === fieldOf(request, 'again') ? [] : ['deux fois le même mot de passe']),
  ];
  if (faults.length > 0) return sendPage(reply, passwordPage(token, faults), 422);
  const passwordHash = await hashPassword(password);
  const accountId = await database.transaction((sql) =>
    setPassword(sql, centre.nowMs(), token, passwordHash),
  );
  if (accountId === undefined) throw deadLink();
  await closeAllSessions(database, accountId);
  await openSession(database, centre.nowMs(), 'portal', accountId, { request, reply });
  return reply.redirect('/portail', 303);
}

async function requireLiveLink(centre: Centre, request: FastifyRequest, token: string): Promise<void> {
  const { database } = centre;
  await countAttempt(database, centre.nowMs(), 'link', { [request.ip]: BY_ADDRESS });
  await deleteUnused(database, centre.nowMs());
  if ((await findTokenAccount(database, centre.nowMs(), token)) === undefined) throw deadLink();
}

function deadLink(): PageStop {
  return new PageStop(
    410,
    'Ce lien n’est plus valable',
    'Il a déjà servi, ou le délai est passé. Un compte qui n’est pas activé sous 48 heures est supprimé ; demandez-en un autre au guichet.',
  );
}

async function sessionOf(centre: Centre, request: FastifyRequest): Promise<Session> {
  const session = await findSession(centre.database, centre.nowMs(), 'portal', request);
  if (!session) throw new PageStop(401, 'Session terminée', 'Connectez-vous de nouveau.');
  return session;
}
