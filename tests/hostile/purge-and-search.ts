import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createFileSecretStore } from '#main/hosts/browser/adapters/file-secret-store.ts';
import { createVault } from '#main/vault/vault.ts';
import { decipheredBase } from '../builders/deciphered-base.ts';
import { anAttackedStation, LOGIN, PASSPHRASE, type AttackedStation } from './attacked-station.ts';
import { TextFinder, type Hit } from './find-texts.ts';
import { knownPeople, type KnownPerson } from './known-people.ts';
import { endOfJob, workWithPeople } from './work-with-people.ts';

export interface PurgeRun {
  /** How long each right of access took, document and all. */
  exportMs: number[];
  /** People of whom the file that was given says too little. */
  incompleteExports: number;
  purgeMs: number;
  destroyed: number;
  /** Texts of people who were destroyed that are still in some file, read with the key of the base. */
  residues: Hit[];
  looked: number;
  /** Texts of those who were kept, that the same search finds: without them it would prove nothing. */
  keptSeen: boolean;
}

/** Once the durations of the session are over, and its snapshot of then is still there. */
const LONG_AFTER = '2038-02-01T09:00:00Z';

/** A session at a counter, the right of access of some, then its purge under a visa; one file is held back by a litigation. */
export async function purgeAndSearch(
  seed: number,
  { people: count, exported }: { people: number; exported: number },
): Promise<PurgeRun> {
  const station = await anAttackedStation();
  const { call, clock } = station;
  try {
    const people = knownPeople(count, seed);
    const numbers = await workWithPeople(call, people, { leavings: false });
    await endOfJob(call, (await call('safekeeping.snapshot', {})).jobId);
    const given = await giveAccess(station, people.slice(0, exported), numbers);
    await call('retention.hold', { number: numbers.at(-1) ?? '', reason: 'Recours au tribunal' });
    clock.set(LONG_AFTER);
    await station.unlock();
    const { purgeMs, destroyed } = await purge(station);
    const key = await databaseKeyOf(station);
    await station.core.close();
    const searched = searchWithKey(station, key, people);
    return { ...given, purgeMs, destroyed, ...searched };
  } finally {
    await station.destroy();
  }
}

async function giveAccess(
  { call }: AttackedStation,
  people: readonly KnownPerson[],
  numbers: readonly string[],
): Promise<Pick<PurgeRun, 'exportMs' | 'incompleteExports'>> {
  const exportMs: number[] = [];
  let incompleteExports = 0;
  for (const [place, { answers, texts }] of people.entries()) {
    const { candidateNumber } = await call('registrations.get', { number: numbers[place] ?? '' });
    const startedAt = performance.now();
    const { bytes } = await call('access.export', { candidateNumber });
    exportMs.push(performance.now() - startedAt);
    // A telephone has two spellings, of which one is enough.
    const wanted = texts.filter((text) => !/^6[ \d]+$/.test(text));
    const said = new Set(
      new TextFinder(wanted).hitsIn(bytes, answers.identification.birthName).map(({ text }) => text),
    );
    if (wanted.some((text) => !said.has(text))) incompleteExports += 1;
  }
  return { exportMs, incompleteExports };
}

async function purge({ call }: AttackedStation): Promise<Pick<PurgeRun, 'purgeMs' | 'destroyed'>> {
  const { digest, disposable } = await call('retention.preview', {});
  const startedAt = performance.now();
  const visa = { visaReference: 'AD06 2038-1', visaOn: '2038-01-31', digest };
  await endOfJob(call, (await call('retention.purge', visa)).jobId);
  return { purgeMs: performance.now() - startedAt, destroyed: disposable };
}

async function databaseKeyOf({ data, settings }: AttackedStation): Promise<Uint8Array> {
  const vault = createVault(data, createFileSecretStore(join(settings, 'station.key')));
  return Uint8Array.from((await vault.unlock(LOGIN, PASSPHRASE)).databaseKey);
}

/** Every file as it lies, and every base without its cipher, free pages and snapshots included. */
function searchWithKey(
  { root, data }: AttackedStation,
  key: Uint8Array,
  people: readonly KnownPerson[],
): Pick<PurgeRun, 'residues' | 'looked' | 'keptSeen'> {
  const gone = people.slice(0, -1).flatMap(({ texts }) => texts);
  const finder = new TextFinder(gone);
  const kept = new TextFinder(people.at(-1)?.texts ?? []);
  const bases = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.db'),
  );
  const { hits: residues } = finder.hitsBelow(root);
  let keptSeen = bases.length > 0;
  for (const base of bases) {
    const clear = decipheredBase(join(data, base), key, join(root, 'copie.db'));
    residues.push(...finder.hitsIn(clear, base));
    keptSeen &&= kept.textsIn(clear).size > 0;
  }
  return { residues, looked: gone.length, keptSeen };
}
