import { join } from 'node:path';
import { openDatabase, type OpenDatabase } from '#main/database/open-database.ts';
import { opened } from '#main/database/sealed-columns.ts';
import { createFileSecretStore } from '#main/hosts/browser/adapters/file-secret-store.ts';
import { createVault } from '#main/vault/vault.ts';
import { GuichetError } from '#shared/errors.ts';
import { contract, type CommandName } from '#shared/contract/index.ts';
import { ROLES, type Role } from '#shared/contract/station.ts';
import { mayCall } from '#shared/rights.ts';
import { encode } from '#shared/wire/codec.ts';
import { createRandom, type Random } from '../faults/harness/random.ts';
import { anAttackedStation, LOGIN, type AttackedStation } from './attacked-station.ts';
import { TextFinder } from './find-texts.ts';
import { payloadFor } from './hostile-payloads.ts';
import { knownPeople } from './known-people.ts';
import { workWithPeople } from './work-with-people.ts';

export interface RoleMatrix {
  /** Caller × command × sensitive field; somebody who has not unlocked is a caller too. */
  cells: number;
  /** Those where more was shown, or done, than the role may see, and those where an entitled role was refused. */
  wrong: string[];
  /** Fields that no entitled clerk was shown either: looking for them would prove nothing. */
  unseenFields: string[];
  /** Roles that serve no candidate, and those among them whose key opens no answer about disability. */
  keysWithoutHealth: { roles: number; kept: number };
}

/** Sensitive fields, by the answer that holds them. Those who serve candidates see them all, an auditor none (docs/roles.md). */
const MAY_SEE: readonly Role[] = ['counterAgent', 'caseManager', 'bureauHead'];
const NOBODY = 'nobody';
type Caller = Role | typeof NOBODY;

interface Stage {
  station: AttackedStation;
  random: Random;
  known: readonly string[];
  fields: ReadonlyMap<string, TextFinder>;
  payloads: number;
}

/** Every command of the contract called by everybody, with inputs that lead to a file: what comes back is searched for what it holds. */
export async function playRoleMatrix(seed: number, payloads: number): Promise<RoleMatrix> {
  const station = await anAttackedStation();
  try {
    const stage = { station, random: createRandom(seed), payloads, ...(await aFileOf(station, seed)) };
    const clerks = new Map<Caller, string>();
    for (const role of ROLES) clerks.set(role, await aClerk(station, role));
    const names = Object.keys(contract) as CommandName[];
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const caller of [NOBODY, ...ROLES] as const)
      for (const name of names) wrong.push(...(await playCommand(stage, caller, name, seen)));
    const fields = [...stage.fields.keys()];
    return {
      cells: (ROLES.length + 1) * names.length * fields.length,
      wrong,
      unseenFields: fields.filter((field) => !seen.has(field)),
      keysWithoutHealth: await countKeysWithoutHealth(station),
    };
  } finally {
    await station.destroy();
  }
}

async function playCommand(stage: Stage, caller: Caller, name: CommandName, seen: Set<string>) {
  const { station, fields } = stage;
  const isPublic = contract[name].access === 'public';
  const isEntitled = isPublic || (caller !== NOBODY && mayCall(caller, name));
  const refusal = caller === NOBODY ? 'locked' : 'forbidden';
  const codes = new Set<string>();
  const shown = new Set<string>();
  for (const input of inputsOf(stage, name, isEntitled && !MAY_SEE.includes(caller as Role))) {
    await stand(station, caller);
    const envelope = await station.core.call(name, input);
    codes.add(envelope.ok ? 'done' : envelope.error.code);
    const answer = Buffer.from(encode(envelope));
    const asked = finderInput(input);
    for (const [field, finder] of fields)
      if (finder.textsIn(answer).size > finder.textsIn(asked).size) shown.add(field);
  }
  const maySee = isEntitled && MAY_SEE.includes(caller as Role);
  if (maySee) shown.forEach((field) => seen.add(field));
  const isRefused = codes.size === 1 && codes.has(refusal);
  if (isRefused === isEntitled) return [...fields.keys()].map((field) => `${caller} ${name} ${field}: door`);
  return maySee ? [] : [...shown].map((field) => `${caller} ${name} ${field}: shown`);
}

/** Who may call is played with more than a few inputs where nothing may be shown to her. */
function inputsOf({ known, random, payloads }: Stage, name: CommandName, isWatched: boolean): unknown[] {
  const [number, , id] = known;
  const plain = [{}, { number }, { id: number }, { id }, { candidateNumber: known[3] }, { query: known[4] }];
  // What ends the session, or counts as a wrong passphrase, is for the hostile payloads.
  if (!isWatched || name.startsWith('session.') || name.startsWith('station.')) return plain;
  const { input } = contract[name];
  const made = Array.from({ length: payloads }, () => payloadFor(input, { random, known, wrong: 0 }));
  return [...plain, ...made];
}

/** What a caller typed herself tells her nothing. */
function finderInput(input: unknown): Buffer {
  return Buffer.from(JSON.stringify(input) ?? '');
}

/** Unlocked by a clerk of that role, or locked. */
async function stand({ core, call }: AttackedStation, caller: Caller): Promise<void> {
  const { state, agent } = await call('station.status', {});
  if (caller === NOBODY) return void (state === 'open' && (await call('session.lock', {})));
  if (agent?.role === caller && agent.login !== LOGIN) return;
  await core.call('session.unlock', { login: loginOf(caller), passphrase: passphraseOf(caller) });
}

function loginOf(role: Role): string {
  return `${role.toLowerCase()}.essai`;
}

function passphraseOf(role: Role): string {
  return `la phrase de passe ${role}`;
}

async function aClerk({ call, unlock }: AttackedStation, role: Role): Promise<string> {
  const login = loginOf(role);
  const { clerk, temporaryPassphrase } = await call('clerks.add', { login, name: `Agent ${role}`, role });
  await call('session.unlock', { login, passphrase: temporaryPassphrase });
  await call('station.changePassphrase', { before: temporaryPassphrase, after: passphraseOf(role) });
  await call('session.lock', {});
  await unlock();
  return clerk.id;
}

/** People the station knows everything of, what leads to them, and what to look for, field by field. */
async function aFileOf({ call }: AttackedStation, seed: number): Promise<Pick<Stage, 'known' | 'fields'>> {
  const people = knownPeople(2, seed);
  const [number = '', other = ''] = await workWithPeople(call, people);
  const { candidateNumber } = await call('registrations.get', { number });
  const [page] = await call('returns.list', {});
  const name = people[0]?.answers.identification.birthName ?? '';
  const typed = [
    'birthName',
    'usageName',
    'givenNames',
    'birthTown',
    'fatherName',
    'motherName',
    'addressLine1',
    'email',
    'phone',
    'ministryNumber',
  ] as const;
  const fields = typed.map((field): [string, TextFinder] => [
    `identification.${field}`,
    new TextFinder(people.map(({ answers }) => answers.identification[field] ?? '')),
  ]);
  const births = people.map(({ answers }) => answers.identification.birthDate);
  return {
    known: [number, other, page?.id ?? '', candidateNumber, name, 'training-2027', '2026-11-10'],
    fields: new Map([
      ...fields,
      ['identification.birthDate', new TextFinder(births)],
      ['candidature.disability', new TextFinder(['"disability"', '"disabilityRequest"'])],
    ]),
  };
}

/** What the key of a clerk opens by itself, whatever the program would refuse her. */
async function countKeysWithoutHealth({ core, data, settings }: AttackedStation) {
  const role = 'auditor';
  await core.call('session.lock', {});
  const vault = createVault(data, createFileSecretStore(join(settings, 'station.key')));
  const { databaseKey } = await vault.unlock(loginOf(role), passphraseOf(role));
  const database = openDatabase(join(data, 'guichet.db'), databaseKey);
  const told = database.get(`SELECT 1 FROM registration_version WHERE answers LIKE '%"disability":true%'`);
  const isKept = told === undefined && !opensAnswers(database);
  database.close();
  return { roles: 1, kept: Number(isKept) };
}

/** By the program's own code, with the key she has. */
function opensAnswers(database: OpenDatabase): boolean {
  try {
    return database.get(`SELECT ${opened('registration_version')} FROM registration_version`) !== undefined;
  } catch (error) {
    if (error instanceof GuichetError && error.code === 'health-reserved') return false;
    throw error;
  }
}
