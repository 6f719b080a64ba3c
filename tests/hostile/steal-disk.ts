import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { createFileSecretStore } from '#main/hosts/browser/adapters/file-secret-store.ts';
import { createVault } from '#main/vault/vault.ts';
import { asBase64, TextFinder, type Hit } from './find-texts.ts';
import { knownPeople, type KnownPerson } from './known-people.ts';
import { plantClearTexts } from './plant-clear-texts.ts';
import { startRunningStation, type RunningStation } from './running-station.ts';
import { endOfJob, workWithPeople } from './work-with-people.ts';

export interface Theft {
  /** How many texts were looked for. */
  known: number;
  /** Clear text on the disk of a station that runs, that is locked, and that was killed. */
  hits: Hit[];
  files: number;
  bytes: number;
  /** Clear texts laid on the same disk, by what they are, and those that were not seen. */
  planted: string[];
  unseen: string[];
}

const LOGIN = 'agent.essai';
const PASSPHRASE = 'la phrase de passe qui se tait';
const BACKUP_PASSPHRASE = 'une phrase pour la sauvegarde';

/** Words that only an answer about disability has. */
const HEALTH_WORDS = ['disabilityRequest', '"disability"', 'candidature.disability'];
/** What a document in clear begins with. */
const CLEAR_DOCUMENTS = [
  { text: 'a PDF', bytes: Buffer.from('%PDF-') },
  { text: 'a JPEG', bytes: Buffer.from('JFIF\0') },
  { text: 'a JPEG', bytes: Buffer.from('Exif\0\0') },
  { text: 'a JPEG', bytes: Buffer.of(0xff, 0xd8, 0xff, 0xdb, 0x00, 0x43) },
  { text: 'a PNG', bytes: Buffer.from('\x89PNG\r\n', 'latin1') },
  { text: 'a base', bytes: Buffer.from('SQLite format 3\0') },
];

/** A day at a counter, whose disk is then taken: everything below the program's folders is searched for what it was told. */
export async function stealDisk(seed: number, people: number): Promise<Theft> {
  const station = await startRunningStation();
  try {
    const late = knownPeople(2, seed + 1);
    const day = await aDayOfWork(station, knownPeople(people, seed));
    const texts = [...day.texts, ...late.flatMap((person) => person.texts)];
    const key = await databaseKeyOf(station);
    const raw = [key, ...asBase64(key), Buffer.from(Buffer.from(key).toString('hex'))].map((bytes) => ({
      text: 'the key of the base',
      bytes: Buffer.from(bytes),
    }));
    const finder = new TextFinder(
      [...texts, ...HEALTH_WORDS, PASSPHRASE, BACKUP_PASSPHRASE, day.recoveryKey],
      [...raw, ...CLEAR_DOCUMENTS],
    );
    const running = finder.hitsBelow(station.root);
    await station.call('session.lock', {});
    const locked = finder.hitsBelow(station.root);
    await station.call('session.unlock', { login: LOGIN, passphrase: PASSPHRASE });
    await workWithPeople(station.call, late);
    await station.kill();
    const killed = finder.hitsBelow(station.root);
    const planted = await plantClearTexts({ ...station, key, texts });
    const seen = new Set(finder.hitsBelow(station.root).hits.map(({ where }) => where));
    const unseen = planted.filter((path) => ![...seen].some((where) => where.startsWith(path)));
    const hits = [...running.hits, ...locked.hits, ...killed.hits];
    return { known: texts.length, hits, files: killed.files, bytes: killed.bytes, planted, unseen };
  } finally {
    await station.kill();
    station.forget();
  }
}

async function aDayOfWork(
  { call, root }: RunningStation,
  people: readonly KnownPerson[],
): Promise<{ texts: string[]; recoveryKey: string }> {
  await call('station.setup', {
    name: 'Guichet 1',
    office: 'Bureau d’essai',
    academyCode: '23',
    agentLogin: LOGIN,
    agentName: 'Agent Essai',
    passphrase: PASSPHRASE,
    training: true,
    role: 'bureauHead',
  });
  const numbers = await workWithPeople(call, people);
  const { temporaryPassphrase } = await call('clerks.add', {
    login: 'agent.second',
    name: 'Agent Second',
    role: 'counterAgent',
  });
  const { recoveryKey } = await call('station.makeRecoveryKey', {});
  await endOfJob(call, (await call('safekeeping.snapshot', {})).jobId);
  const backup = { to: join(root, 'sauvegarde.guichet'), passphrase: BACKUP_PASSPHRASE };
  await endOfJob(call, (await call('safekeeping.backup', backup)).jobId);
  await call('access.export', { candidateNumber: await candidateOf(call, numbers[0] ?? '') });
  await call('audit.export', { format: 'csv' });
  return { texts: [...people.flatMap(({ texts }) => texts), ...numbers, temporaryPassphrase], recoveryKey };
}

async function candidateOf(call: RunningStation['call'], number: string): Promise<string> {
  return (await call('registrations.get', { number })).candidateNumber;
}

async function databaseKeyOf({ data, settings }: RunningStation): Promise<Uint8Array> {
  const vault = createVault(data, createFileSecretStore(join(settings, 'station.key')));
  return (await vault.unlock(LOGIN, PASSPHRASE)).databaseKey;
}
