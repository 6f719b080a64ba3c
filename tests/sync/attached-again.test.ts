import { describe, expect, it } from 'vitest';
import { outboxCounts, queueItems } from '#main/domains/outbox/index.ts';
import {
  enrolAgain,
  readEnrolmentAnswer,
  rotateKey,
  stationDigest,
  successorFile,
  syncHandlers,
} from '#main/sync/index.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { aBatch, broughtTo, settle, takenIn } from '../builders/batches.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { aClonedCounter } from '../builders/cloned-counter.ts';
import { aFolder } from '../builders/folder.ts';
import { aKey } from '../builders/key.ts';
import { createStation, openStation, type OpenStation } from '../builders/open-station.ts';
import { someBytes } from '../builders/sync-station.ts';
import { aProxy } from '../faults/proxy.ts';

const postgres = usePostgres();

/** Both went on; the centre saw two histories of one station, and stopped it. */
async function aStoppedCounter(central: TestCentral) {
  const counters = await aClonedCounter(central);
  counters.original.register(2);
  await counters.original.sync();
  counters.clone.register(3);
  await counters.clone.sync();
  return counters;
}

function codeFor(central: TestCentral, stationId: string): Promise<string> {
  return central.createEnrolmentCode({ label: 'de nouveau', validForMs: 60_000, replaces: stationId });
}

async function failureOf(work: () => Promise<unknown>): Promise<string> {
  return work().then(
    () => 'done',
    (error: unknown) => errorSentence(error as Parameters<typeof errorSentence>[0]),
  );
}

function states({ database }: OpenStation): string[] {
  return database
    .all('SELECT state, reason FROM outbox_op ORDER BY station_seq')
    .map(({ state, reason }) => (typeof reason === 'string' ? `${String(state)} ${reason}` : String(state)));
}

describe('F14: a counter that was copied, and attached again', () => {
  it('says why in words, takes a new series, and hands over all that the centre had set aside, once', async () => {
    const central = await aCentral(postgres);
    const proxy = await aProxy(() => central.url);
    const { original, clone } = await aClonedCounter(central, proxy.url);
    const former = original.stationId;
    original.register(2);
    await original.sync();
    // The copy gives the number that the original gave: one of the two is set aside, and both are stopped.
    const doubled = clone.register(3);
    await clone.sync();
    const own = original.register(4);
    original.amend(own, { 'identification.locality': 'Antibes' });
    original.attach(own, someBytes(1000));
    const told = await failureOf(() => original.sync());
    proxy.breakNext('POST /v1/enrolments', { kind: 'loseReply' });
    const again = await enrolAgain(original.context, { code: await codeFor(central, former) });
    const next = original.register(5);
    const { opsRefused, opsPending, scansPending } = await original.sync();
    await enrolAgain(clone.context, { code: await codeFor(central, former) });
    await clone.sync();
    expect({
      told,
      opsToSend: again.opsToSend,
      series: next.slice(3, 7) === again.block,
      sent: { opsRefused, opsPending, scansPending },
      original: states(original),
      clone: states(clone),
      stations: await central.rows(
        `SELECT suspended_for, replaces IS NOT NULL AS successor FROM station ORDER BY enrolled_at`,
      ),
      numbers: await central.rows(
        'SELECT count(*)::int AS rows, count(DISTINCT registration_number)::int AS numbers FROM registration',
      ),
      kept: await central.rows('SELECT DISTINCT reason FROM quarantine WHERE canonical LIKE $1 ORDER BY 1', [
        `%${doubled}%`,
      ]),
    }).toEqual({
      told: 'Le serveur central a suspendu ce poste : sa base paraît avoir été copiée, ou restaurée d’une sauvegarde. Rien n’est perdu : continuez à inscrire. Demandez au rectorat un code pour rattacher ce poste de nouveau, puis donnez-le à l’écran Lots : ce qui attend partira alors.',
      opsToSend: 3,
      series: true,
      sent: { opsRefused: 0, opsPending: 0, scansPending: 0 },
      original: [
        'acknowledged',
        'acknowledged',
        'replaced',
        'replaced',
        'replaced',
        ...Array<string>(4).fill('acknowledged'),
      ],
      clone: ['acknowledged', 'replaced', 'refused number-taken'],
      stations: [
        { suspended_for: 'replaced', successor: false },
        { suspended_for: null, successor: true },
        { suspended_for: null, successor: true },
      ],
      numbers: [{ rows: 4, numbers: 4 }],
      kept: [{ reason: 'sequence-reused' }],
    });
    expect((await central.figures()).recordsSha256).toBe(stationDigest(original.database));
    original.close();
    clone.close();
  });

  it('offers what a restored centre lost of its former identity as the one it has now', async () => {
    const before = await aCentral(postgres);
    const place = { folder: aFolder(), key: aKey() };
    createStation(place);
    const station = openStation(place);
    await station.enrolAt(before.url, await before.code());
    await before.close();
    const backup = await postgres.copyOf(before.databaseUrl);
    const { databaseUrl, dataFolder } = before;
    const central = await aCentral(postgres, { databaseUrl, dataFolder });
    const leadTo = (url: string) => station.database.run('UPDATE central_server SET url = ?', url);
    leadTo(central.url);
    station.register(1);
    await station.sync();
    await central.close();
    const restored = await aCentral(postgres, { databaseUrl: backup, dataFolder });
    leadTo(restored.url);
    await enrolAgain(station.context, { code: await codeFor(restored, station.stationId) });
    const { opsPending, opsRefused } = await station.sync();
    expect([opsPending, opsRefused, (await restored.figures()).recordsSha256]).toEqual([
      0,
      0,
      stationDigest(station.database),
    ]);
    station.close();
  });

  it('is not helped by a code that was given for a new counter, nor a new counter by its code', async () => {
    const central = await aCentral(postgres);
    const { original, clone } = await aClonedCounter(central);
    const plain = await central.code();
    const place = { folder: aFolder(), key: aKey() };
    createStation(place);
    const stranger = openStation(place);
    const code = await codeFor(central, original.stationId);
    expect([
      await failureOf(() => enrolAgain(original.context, { code: plain })),
      await failureOf(() => stranger.enrolAt(central.url, code)),
      (await central.figures()).stations,
    ]).toEqual([
      ...Array<string>(2).fill(
        'Le code de rattachement est inconnu, déjà employé ou périmé ; demandez-en un autre au rectorat.',
      ),
      1,
    ]);
    for (const station of [original, clone, stranger]) station.close();
  });
});

describe('F14: a counter that was copied, and that no line reaches', () => {
  /** Its request travels while its clerk goes on. */
  async function attachedByFile(central: TestCentral, station: OpenStation) {
    const request = successorFile(station.database);
    station.register(10);
    const { answer, mark } = await broughtTo(central, request, { allowsAgain: true });
    return { ...readEnrolmentAnswer(station.context, answer, mark), answer, mark };
  }

  it('is attached again by two files while it goes on registering, and hands over everything on a key', async () => {
    const central = await aCentral(postgres);
    const { original, clone } = await aStoppedCounter(central);
    const own = original.register(4);
    original.attach(own, someBytes(1000));
    // Sealed by the identity that was stopped: what is in it leaves again.
    await aBatch(original, aFolder());
    const { block, opsToSend, answer, mark } = await attachedByFile(central, original);
    const next = original.register(5);
    const refusals = await failureOf(async () => readEnrolmentAnswer(original.context, answer, mark));
    const [volume] = await takenIn(central, await aBatch(original, aFolder()));
    if (volume) settle(original, volume.receipt);
    await attachedByFile(central, clone);
    await clone.sync();
    expect({
      opsToSend,
      series: next.slice(3, 7) === block,
      refusals,
      original: states(original),
      scans: original.database.all('SELECT state FROM outbox_blob'),
      clone: states(clone),
      suspended: await central.rows('SELECT suspended_for FROM station ORDER BY enrolled_at'),
      numbers: await central.rows(
        'SELECT count(*)::int AS rows, count(DISTINCT registration_number)::int AS numbers FROM registration',
      ),
    }).toEqual({
      opsToSend: 3,
      series: true,
      refusals: errorSentence({ code: 'already-enrolled' }),
      original: [
        ...Array<string>(2).fill('acknowledged'),
        ...Array<string>(3).fill('replaced'),
        ...Array<string>(4).fill('acknowledged'),
      ],
      scans: [{ state: 'acknowledged' }],
      // Both copies gave the same numbers, also while the request travelled.
      clone: ['acknowledged', 'replaced', 'replaced', 'refused number-taken', 'refused number-taken'],
      suspended: [{ suspended_for: 'replaced' }, { suspended_for: null }, { suspended_for: null }],
      numbers: [{ rows: 5, numbers: 5 }],
    });
    original.close();
    clone.close();
  });

  it('is taken in only by who means to end its former identity, and believes only the answer to its own request', async () => {
    const central = await aCentral(postgres);
    const { original, clone } = await aClonedCounter(central);
    const request = successorFile(original.database);
    successorFile(clone.database);
    const unasked = await broughtTo(central, request).catch((error: Error) => error.message);
    const { answer, mark } = await broughtTo(central, request, { allowsAgain: true });
    expect([
      unasked,
      await failureOf(async () => readEnrolmentAnswer(clone.context, answer, mark)),
      await failureOf(async () => readEnrolmentAnswer(original.context, answer, 'AAAA-AAAA-AAAA')),
      clone.stationId,
    ]).toEqual([
      `Cette demande rattache de nouveau le poste ${clone.stationId}, qui sera arrêté pour toujours : ajoutez --again si c’est voulu.`,
      errorSentence({ code: 'receipt-elsewhere' }),
      errorSentence({ code: 'receipt-forged' }),
      original.stationId,
    ]);
    original.close();
    clone.close();
  });
});

describe('a request that was written before the counter changed its key', () => {
  it('is refused in words that say to write it again, and the new one is taken in', async () => {
    const central = await aCentral(postgres);
    const { original, clone } = await aClonedCounter(central);
    const before = successorFile(original.database);
    rotateKey(original.context);
    await original.sync();
    const refusal = await broughtTo(central, before, { allowsAgain: true }).catch(
      (error: { body?: { message: string } }) => error.body?.message,
    );
    const { mark } = await broughtTo(central, successorFile(original.database), { allowsAgain: true });
    expect([refusal, mark.length]).toEqual([
      'Cette demande a été écrite avant que ce poste ne change de clé ; écrivez-la de nouveau sur ce poste.',
      14,
    ]);
    original.close();
    clone.close();
  });
});

describe('an envoi that the centre refused', () => {
  it('is dismissed with what was done about it, and asks for nobody’s attention any more', async () => {
    const central = await aCentral(postgres);
    const { original, clone } = await aStoppedCounter(central);
    const { database, context } = clone;
    const [item] = queueItems(database, 'refused');
    const dismissal = { opId: item?.opId ?? '', reason: 'Ressaisie au guichet 2' };
    const before = outboxCounts(database).opsRefused;
    await syncHandlers['sync.dismiss'](dismissal, context);
    const again = await failureOf(async () => syncHandlers['sync.dismiss'](dismissal, context));
    expect([
      before,
      outboxCounts(database).opsRefused,
      queueItems(database, 'refused')[0]?.dismissed,
      again,
    ]).toEqual([
      1,
      0,
      { by: 'Agent Essai', reason: 'Ressaisie au guichet 2', atMs: Date.parse('2026-11-20T10:00:00Z') },
      errorSentence({ code: 'already-decided' }),
    ]);
    original.close();
    clone.close();
  });
});
