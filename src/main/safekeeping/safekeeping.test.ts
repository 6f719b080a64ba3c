import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verificationSchema } from '#shared/contract/safekeeping.ts';
import { verificationSentences } from '#shared/sentences/safekeeping-sentences.ts';
import { anAnswer } from '../../../tests/builders/answers.ts';
import { aClock } from '../../../tests/builders/clock.ts';
import { damagePage, flipBit } from '../../../tests/builders/damage.ts';
import { aFolder } from '../../../tests/builders/folder.ts';
import { finishedJob } from '../../../tests/builders/job.ts';
import { aKey } from '../../../tests/builders/key.ts';
import { createStation, openStation } from '../../../tests/builders/open-station.ts';
import { aSmallDisk } from '../../../tests/builders/small-disk.ts';
import { aStation, PASSPHRASE, type TestStation } from '../../../tests/builders/station.ts';
import { createSafekeeper } from './safekeeper.ts';
import { outdated } from './snapshot-store.ts';

const LOGIN = 'agent.essai';
const unlocked = { login: LOGIN, passphrase: PASSPHRASE };

async function register(station: TestStation, givenNames: string): Promise<string> {
  const answers = anAnswer({ 'identification.givenNames': givenNames });
  return (await station.call('registrations.register', { answers })).registrationNumber;
}

async function backedUp(station: TestStation, to: string) {
  const { jobId } = await station.call('safekeeping.backup', { to, passphrase: 'la phrase de la clé' });
  return finishedJob(station, jobId);
}

async function verified(station: TestStation) {
  const { jobId } = await station.call('safekeeping.verify', {});
  return verificationSchema.parse((await finishedJob(station, jobId)).result);
}

it('a snapshot is made when the station is locked after its hours, and read back before it counts', async () => {
  const station = await aStation();
  await register(station, 'Alix');
  await station.call('session.lock', {});
  const tooSoon = readdirSync(station.folder).includes('snapshots');
  station.clock.set('2026-11-20T15:00:00Z');
  await station.call('session.unlock', unlocked);
  await station.call('session.lock', {});
  await station.call('session.unlock', unlocked);
  const { snapshots } = await station.call('safekeeping.status', {});
  expect([tooSoon, snapshots.map(({ kind, counts }) => [kind, counts.registrations])]).toEqual([
    false,
    [['scheduled', 1]],
  ]);
});

it('what was destroyed under a visa does not live on in an older snapshot', async () => {
  const place = { folder: aFolder(), key: aKey() };
  createStation(place);
  const { database, close } = openStation(place);
  const clock = aClock();
  const keeper = createSafekeeper({ ...place, database, clock, emit: () => undefined });
  await keeper.snapshot('asked');
  clock.set('2026-11-20T10:00:01Z');
  database.run(
    `INSERT INTO purge_report (id, visa_reference, visa_on, digest, agent, started_at_ms, ended_at_ms, counts)
     VALUES ('p', 'AD06', '2026-11-01', 'd', 'agent', ?, ?, '{}')`,
    clock.nowMs(),
    clock.nowMs(),
  );
  clock.set('2026-11-20T10:00:02Z');
  // Its hours are not over: the purge makes it due.
  await keeper.close();
  expect(keeper.snapshots().map(({ madeAtMs }) => madeAtMs)).toEqual([clock.nowMs()]);
  close();
});

it('seven days and four weeks of snapshots are kept, and the last two before a change of form', () => {
  const day = 86_400_000;
  const at = (madeAtMs: number, kind: 'scheduled' | 'beforeMigration' = 'scheduled') => ({
    name: `${madeAtMs}-${kind}`,
    kind,
    madeAtMs,
    bytes: 1,
    sha256: '',
    counts: { registrations: 0, versions: 0, candidates: 0, operations: 0, files: 0 },
  });
  // Four a day for sixty days, newest first, and an old one of a migration.
  const all = Array.from({ length: 240 }, (_, index) => at(70 * day - 1 - index * (day / 4)));
  all.push(at(day, 'beforeMigration'));
  const gone = new Set(outdated(all));
  const kept = all.filter((one) => !gone.has(one)).map(({ madeAtMs }) => Math.floor(madeAtMs / day));
  expect(kept).toEqual([69, 69, 68, 67, 66, 65, 64, 63, 62, 55, 48, 1]);
});

it('a damaged base is repaired as the station is unlocked, and says what came of it', async () => {
  const station = await aStation();
  const number = await register(station, 'Alix');
  await finishedJob(station, (await station.call('safekeeping.snapshot', {})).jobId);
  await station.call('session.lock', {});
  damagePage(join(station.folder, 'guichet.db'), 1);
  await station.call('session.unlock', unlocked);
  const { events } = await station.call('safekeeping.status', {});
  const found = await station.call('registrations.get', { number });
  expect([
    events.map(({ kind }) => kind),
    found.registrationNumber,
    (await verified(station)).faults,
  ]).toEqual([['recovered'], number, []]);
});

it('a station is replaced only when asked, a damaged backup changes nothing, and what was there is kept', async () => {
  const station = await aStation();
  await register(station, 'Alix');
  const to = join(aFolder(), 'sauvegarde.tar');
  expect((await backedUp(station, to)).state).toBe('done');
  const spoilt = `${to}.abime`;
  writeFileSync(spoilt, readFileSync(to));
  flipBit(spoilt, 100_000);
  const order = { login: LOGIN, passphrase: 'la phrase de la clé' };
  const taken = await station.failure('safekeeping.restore', { ...order, file: to });
  const damaged = await station.failure('safekeeping.restore', { ...order, file: spoilt, replace: true });
  await station.call('session.unlock', unlocked);
  const later = await register(station, 'Sacha');
  const restored = await station.call('safekeeping.restore', { ...order, file: to, replace: true });
  await station.call('session.unlock', unlocked);
  const gone = await station.failure('registrations.get', { number: later });
  expect([taken.code, damaged.code, damaged.detail, gone.code]).toEqual([
    'station-exists',
    'backup-damaged',
    { name: 'guichet.db' },
    'unknown-registration',
  ]);
  expect(readdirSync(join(station.folder, restored.keptIn ?? '')).sort()).toEqual([
    'files',
    'guichet.db',
    'snapshots',
    'station.json',
  ]);
});

it('a key that is full keeps no half of a backup, and an interrupted one neither', async () => {
  const station = await aStation();
  const disk = aSmallDisk(300);
  const full = await backedUp(station, disk.folder);
  const { jobId } = await station.call('safekeeping.backup', {
    to: aFolder(),
    passphrase: 'la phrase de la clé',
  });
  await station.call('jobs.cancel', { id: jobId });
  const cancelled = await finishedJob(station, jobId);
  expect([full.error?.code, readdirSync(disk.folder), cancelled.state]).toEqual([
    'disk-full',
    [],
    'cancelled',
  ]);
});

it('verify names the document that changed and the one that is gone', async () => {
  const station = await aStation();
  for (const givenNames of ['Alix', 'Sacha'])
    await station.call('confirmations.issue', { number: await register(station, givenNames) });
  const paths = readdirSync(join(station.folder, 'files'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.enc'))
    .map((name) => join(station.folder, 'files', name));
  flipBit(paths[0] ?? '', 50);
  rmSync(paths[1] ?? '');
  const found = await verified(station);
  expect([found.filesRead, found.badFiles.length, verificationSentences(found)[1]]).toEqual([
    2,
    2,
    `2 documents abîmés ou absents : ${found.badFiles.join(', ')}.`,
  ]);
});
