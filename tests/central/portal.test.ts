import { describe, expect, it } from 'vitest';
import { portalHandlers } from '#main/domains/portal/index.ts';
import { openReference } from '#main/domains/reference/index.ts';
import { ACTIVATION_LIMIT_MS, portalReplySchema, type PortalAnswer } from '#shared/protocol/portal.ts';
import { portalSentence } from '#shared/sentences/portal-sentences.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { aMailBox, type MailBox } from '../builders/mail-box.ts';
import {
  anEnrolledStation,
  following,
  type ProtocolStation,
  type SignedOp,
} from '../builders/protocol-station.ts';
import { aSyncStation, someBytes, type SyncStation } from '../builders/sync-station.ts';
import { aWebVisitor } from '../builders/web-visitor.ts';

const postgres = usePostgres();
const PASSWORD = 'Guichet-2027';
const portal = portalHandlers(openReference());

interface Scene {
  central: TestCentral;
  mailBox: MailBox;
  /** Moves the centre's clock. */
  later(ms: number): void;
}

async function aPortal(): Promise<Scene> {
  const mailBox = await aMailBox();
  let nowMs = Date.parse('2026-11-02T09:00:00Z');
  const mail = { smtpUrl: mailBox.smtpUrl, from: 'Portail <portail@example.org>' };
  const central = await aCentral(postgres, { mail, nowMs: () => nowMs });
  return { central, mailBox, later: (ms) => (nowMs += ms) };
}

/** The counter asks, and sends. */
async function openedAtCounter({ central }: Scene): Promise<{ station: SyncStation; number: string }> {
  const station = aSyncStation();
  const [number = ''] = station.register();
  await station.enrolAt(central);
  await portal['portal.request']({ number }, station.context);
  await station.sync();
  await central.doChores();
  return { station, number };
}

async function statusOf(station: SyncStation, number: string): Promise<string> {
  const [newest] = await portal['portal.requests']({ number }, station.context);
  return newest ? portalSentence(newest) : 'none';
}

/** Answers to requests written by hand, each `state reason`. */
async function ask(
  station: ProtocolStation,
  requests: { op: SignedOp; email: string; id: string }[],
): Promise<PortalAnswer[]> {
  const body = {
    requests: requests.map(({ op, email, id }) => ({
      requestId: id,
      candidateNumber: op.op.candidateNumber,
      email,
    })),
  };
  const reply = await station.request('POST', '/v1/portal-accounts', JSON.stringify(body), {
    'content-type': 'application/json',
  });
  return portalReplySchema.parse((reply.body as { payload: unknown }).payload).answers;
}

function withEmail(station: ProtocolStation, email: string): SignedOp {
  return station.op({ changes: [{ path: 'identification.email', before: null, after: email }] });
}

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

describe('a candidate who asks for an account at the counter', () => {
  it('activates it from her mail, and reads the last version of her file and of its documents', async () => {
    const scene = await aPortal();
    const { station, number } = await openedAtCounter(scene);
    station.attach(number, someBytes(900));
    station.amend(number, { 'identification.locality': 'Antibes' });
    const last = station.attach(number, Buffer.from('the last page'));
    await station.sync();
    const visitor = aWebVisitor(scene.central);
    const link = new URL(scene.mailBox.lastLink()).pathname;
    const form = await visitor.get(link);
    const files = await visitor.post(link, { password: PASSWORD, again: PASSWORD });

    expect(form.text).toContain('8 à 20 caractères');
    expect(files.text).toContain('version 02');
    expect(files.text).toContain('Antibes');
    const documents = [...files.text.matchAll(/\/portail\/documents\/[^"]+/g)].map(String);
    expect(documents).toEqual([expect.stringContaining(last)]);
    expect((await visitor.get(documents[0] ?? '')).text).toBe('the last page');
    expect((await aWebVisitor(scene.central).get(documents[0] ?? '')).status).toBe(401);
    await station.sync();
    expect(await statusOf(station, number)).toMatch(/^Compte activé pour/);
  });

  it('is told the day and hour of the limit, at the counter and in the mail', async () => {
    const scene = await aPortal();
    const { station, number } = await openedAtCounter(scene);
    await station.sync();
    const limit = 'mercredi 4 novembre 2026 à\u00a010\u00a0h';
    expect(await statusOf(station, number)).toContain(`avant le ${limit}`);
    expect(scene.mailBox.mails[0]?.text).toContain(`avant le ${limit} (heure de Paris)`);
  });

  it('may be asked for without a line: the request leaves with the next sending', async () => {
    const station = aSyncStation();
    const [number = ''] = station.register();
    await portal['portal.request']({ number }, station.context);
    expect(await statusOf(station, number)).toMatch(/elle partira au prochain envoi/);
    expect(() => portal['portal.request']({ number }, station.context)).toThrow('portal-asked');
  });
});

describe('an account nobody activated', () => {
  it('is deleted after 48 hours: its link is dead, the counter is told, and another may be opened', async () => {
    const scene = await aPortal();
    const { station, number } = await openedAtCounter(scene);
    scene.later(ACTIVATION_LIMIT_MS);
    const visitor = aWebVisitor(scene.central);
    const link = new URL(scene.mailBox.lastLink()).pathname;
    expect((await visitor.post(link, { password: PASSWORD, again: PASSWORD })).status).toBe(410);
    expect(await scene.central.rows('SELECT 1 FROM portal_account')).toEqual([]);

    await station.sync();
    expect(await statusOf(station, number)).toMatch(/n’a pas été activé à temps/);
    await portal['portal.request']({ number }, station.context);
    await station.sync();
    await station.sync();
    expect(await statusOf(station, number)).toMatch(/^Compte ouvert/);
  });

  it('is deleted by the centre’s own clock when nobody looks', async () => {
    const scene = await aPortal();
    await openedAtCounter(scene);
    scene.later(ACTIVATION_LIMIT_MS);
    await scene.central.doChores();
    expect(await scene.central.rows('SELECT 1 FROM portal_account')).toEqual([]);
  });

  it('at an address that the mail server refuses is told to the counter', async () => {
    const scene = await aPortal();
    const station = await anEnrolledStation(scene.central);
    const op = withEmail(station, 'refused@example.org');
    await station.send([op]);
    const [opened] = await ask(station, [{ op, email: 'refused@example.org', id: id(1) }]);
    await scene.central.doChores();
    const [refused] = await ask(station, [{ op, email: 'refused@example.org', id: id(1) }]);
    expect([opened?.reason, refused?.state, refused?.reason]).toEqual([
      'mail-waiting',
      'opened',
      'mail-refused',
    ]);
  });
});

describe('one account for each e-mail', () => {
  it('tells the two usual causes apart, and never opens a file to an address that is not its own', async () => {
    const { central } = await aPortal();
    const station = await anEnrolledStation(central);
    const parent = withEmail(station, 'famille@example.org');
    const child = withEmail(station, 'famille@example.org');
    await station.send([parent]);
    const [opened] = await ask(station, [{ op: parent, email: 'Famille@example.org', id: id(1) }]);
    const [unknown] = await ask(station, [{ op: child, email: 'famille@example.org', id: id(2) }]);
    await station.send([child]);
    const [taken, other] = await ask(station, [
      { op: child, email: 'FAMILLE@example.org', id: id(2) },
      { op: child, email: 'ailleurs@example.org', id: id(3) },
    ]);
    const [shared] = await (async () => {
      const first = withEmail(station, 'partagee@example.org');
      const second = withEmail(station, 'partagee@example.org');
      await station.send([first, second]);
      return ask(station, [{ op: first, email: 'partagee@example.org', id: id(4) }]);
    })();
    expect([opened, unknown, taken, other, shared].map((one) => `${one?.state} ${one?.reason}`)).toEqual([
      'opened mail-waiting',
      'waiting candidate-unknown',
      'refused email-has-account',
      'refused email-differs',
      'refused email-on-other-file',
    ]);
  });

  it('the same request ten times at once opens one account and sends one mail', async () => {
    const scene = await aPortal();
    const station = await anEnrolledStation(scene.central);
    const op = withEmail(station, 'une@example.org');
    await station.send([op]);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ask(station, [{ op, email: 'une@example.org', id: id(1) }])),
    );
    await scene.central.doChores();
    expect(new Set(answers.map(([answer]) => answer?.state))).toEqual(new Set(['opened']));
    expect(await scene.central.rows('SELECT email FROM portal_account')).toEqual([
      { email: 'une@example.org' },
    ]);
    expect(scene.mailBox.mails).toHaveLength(1);
  });
});

describe('the portal', () => {
  it('answers alike whether an account exists or not, and stops after a few mistakes', async () => {
    const scene = await aPortal();
    const { station, number } = await openedAtCounter(scene);
    const [{ email } = { email: '' }] = await portal['portal.requests']({ number }, station.context);
    const visitor = aWebVisitor(scene.central);
    const wrong = (address: string) =>
      visitor.post('/portail/connexion', { email: address, password: 'Mauvais-1' });
    const known = await wrong(email);
    const unknown = await wrong('personne@example.org');
    expect(known.text.replace(email, '')).toBe(unknown.text.replace('personne@example.org', ''));
    for (let attempt = 0; attempt < 7; attempt += 1) await wrong('personne@example.org');
    expect((await wrong('personne@example.org')).status).toBe(429);
    const forgotten = await Promise.all(
      [email, 'personne@example.org'].map((one) => visitor.post('/portail/oubli', { email: one })),
    );
    expect(forgotten[0]?.text).toBe(forgotten[1]?.text);
  });

  it('takes no form of another site, runs no script, and hides its cookie from scripts', async () => {
    const scene = await aPortal();
    await openedAtCounter(scene);
    const visitor = aWebVisitor(scene.central);
    const link = new URL(scene.mailBox.lastLink()).pathname;
    const fields = { password: PASSWORD, again: PASSWORD };
    const foreign = await visitor.post(link, fields, { 'sec-fetch-site': 'cross-site' });
    const untold = await visitor.post(link, fields, {});
    const own = await visitor.post(link, fields);
    const forged = await visitor.post('/portail/deconnexion', { csrf: 'invented' });
    expect([foreign.status, untold.status, own.status, forged.status]).toEqual([403, 403, 200, 403]);
    expect(own.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(own.text).not.toMatch(/<script|style=|onclick/);
    expect((await visitor.post('/portail/deconnexion', {})).text).toContain('Vous êtes déconnecté');
    expect((await visitor.get('/portail')).text).toContain('Se connecter');
  });

  it('keeps neither password, link nor session in clear', async () => {
    const scene = await aPortal();
    await openedAtCounter(scene);
    const visitor = aWebVisitor(scene.central);
    const link = new URL(scene.mailBox.lastLink()).pathname;
    await visitor.post(link, { password: PASSWORD, again: PASSWORD });
    const kept = JSON.stringify([
      await scene.central.rows('SELECT * FROM portal_account'),
      await scene.central.rows('SELECT * FROM portal_token'),
      await scene.central.rows('SELECT * FROM web_session'),
    ]);
    expect(kept).toContain('$argon2id$');
    for (const secret of [PASSWORD, link.split('/').at(-1), ...visitor.cookies.values()])
      expect(kept).not.toContain(secret);
    expect((await aWebVisitor(scene.central).get(link)).status).toBe(410);
  });

  it('no longer shows a candidature that ended', async () => {
    const { central, mailBox } = await aPortal();
    const station = await anEnrolledStation(central);
    const op = withEmail(station, 'ancienne@example.org');
    await station.send([op]);
    await ask(station, [{ op, email: 'ancienne@example.org', id: id(1) }]);
    await central.doChores();
    await station.send([station.op({ ...following(op.op, 2, ''), kind: 'cancel', version: 1, changes: [] })]);
    const link = new URL(mailBox.lastLink()).pathname;
    const page = await aWebVisitor(central).post(link, { password: PASSWORD, again: PASSWORD });
    expect(page.text).toContain('Aucune inscription en cours');
  });
});
