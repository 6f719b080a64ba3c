import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assertNever } from '#shared/assert-never.ts';
import { createStation, openStation } from '../../builders/open-station.ts';
import type { OpenDatabase } from '#main/database/open-database.ts';
import { proveBase } from '#main/safekeeping/prove-base.ts';
import { isSnapshotSound } from '#main/safekeeping/recover-base.ts';
import { listSnapshots } from '#main/safekeeping/snapshot-store.ts';
import { startChild, type Child } from '../harness/child.ts';
import { createRandom, type Random } from '../harness/random.ts';
import type { Act, Answer } from '../harness/station-child.ts';
import { recordingEnvironment } from './compile-recorder.ts';
import { readLog, type Step } from './read-log.ts';
import { copyFolder, inodesBelow, rebuildFolder, type Recording, type Tearing } from './rebuild-folder.ts';

/** What one line of answer told the clerk, and where in the log it was said. */
interface Told {
  act: Act;
  value: string;
  step: number;
}

export interface StationRecording extends Recording {
  root: string;
  key: Buffer;
  told: Told[];
  /** Where in the log a clerk was told something. */
  promisedAt: number[];
}

/** Nothing was broken yet, and the station would not do what it was asked. */
export class ActRefused extends Error {}

/** A snapshot each day: fewer are let go of. */
const DAY_MS = 86_400_000;
const CHILD = fileURLToPath(new URL('../harness/station-child.ts', import.meta.url));

/** What a station may be doing when its power is cut. */
export const ACT_KINDS = ['register', 'amend', 'scan', 'accept', 'purge', 'snapshot'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** Lets a real station work under the recorder; `program` may be a spoilt copy of it. */
export async function recordStation(
  seed: number,
  acts: number,
  program = CHILD,
  kinds: readonly ActKind[] = ['register', 'amend', 'scan'],
): Promise<StationRecording> {
  const root = mkdtempSync(join(tmpdir(), 'guichet-power-'));
  const [folder, baseFolder, log] = ['live', 'base', 'log'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  const random = createRandom(seed);
  const key = Buffer.from(random.bytes(64));
  createStation({ folder, key });
  for (const name of ['files', 'snapshots']) mkdirSync(join(folder, name), { recursive: true });
  copyFolder(folder, baseFolder);
  const inodes = inodesBelow(folder);
  const child = startChild(program, [folder, key.toString('hex')], recordingEnvironment(folder, log));
  // Whatever it refuses: a child that is left behind would keep whoever started it.
  const done = await playActs(child, acts, random, kinds).finally(() => child.kill());
  const steps = readLog(log);
  const told = placesOf(done, steps);
  return { root, key, baseFolder, inodes, steps, told, promisedAt: told.map(({ step }) => step) };
}

interface Done {
  act: Act;
  value: string;
}

async function playActs(
  child: Child,
  acts: number,
  random: Random,
  kinds: readonly ActKind[],
): Promise<Done[]> {
  await child.answer();
  const done: Done[] = [];
  const numbers: string[] = [];
  for (let person = 1; person <= acts; person += 1) {
    const act = nextAct(person, numbers, random, kinds);
    const answer = JSON.parse((await child.ask(act)) ?? '{"ok":false,"error":"ended"}') as Answer;
    if (!answer.ok) throw new ActRefused(`${act.do}: ${answer.error}`);
    if (act.do === 'register') numbers.push(answer.value);
    if (act.do === 'purge') numbers.splice(numbers.indexOf(act.number), 1);
    done.push({ act, value: answer.value });
  }
  return done;
}

/** Half of them register: the others need somebody. */
function nextAct(person: number, numbers: readonly string[], random: Random, kinds: readonly ActKind[]): Act {
  const number = numbers.length === 0 ? undefined : random.pick(numbers);
  const kind = random.pick(kinds);
  if (number === undefined || kind === 'register' || random.next() < 1 / kinds.length)
    return { do: 'register', person };
  const paper = { number, seed: person, size: 1_000 + random.below(20_000) };
  switch (kind) {
    case 'amend':
      return { do: 'amend', number, locality: `Ville ${person}` };
    case 'scan':
    case 'accept':
      return { do: kind, ...paper };
    case 'purge':
      return { do: 'purge', number };
    case 'snapshot':
      return { do: 'snapshot', atMs: DAY_MS * person };
    default:
      return assertNever(kind);
  }
}

/** Answers are said in their order: the first line is the station's own greeting. */
function placesOf(done: readonly Done[], steps: readonly Step[]): Told[] {
  const said = steps.flatMap((step, place) =>
    step.kind === 'said' && step.data.toString('utf8').startsWith('{"ok":') ? [place] : [],
  );
  return done.map((one, index) => ({ ...one, step: said[index + 1] ?? steps.length }));
}

/** Cuts the power before a step, opens the real station on what is left, and says what it lost of what clerks were told. */
export function lostAtCut(
  recording: StationRecording,
  options: { cut: number; tearing: Tearing; seed: number },
): string[] {
  const folder = join(recording.root, 'cut');
  rebuildFolder(recording, folder, { ...options, random: createRandom(options.seed) });
  const told = stillTrue(recording.told, options.cut);
  let station;
  try {
    station = openStation({ folder, key: recording.key });
  } catch (error) {
    return told.length === 0 ? [] : [`the base does not open: ${String(error)}`];
  }
  try {
    const lost = told.flatMap((one) => lossOf(station, one, folder, recording.key));
    return [...lost, ...toldTwice(recording.told), ...danglingFiles(station), ...halvesOf(station.database)];
  } finally {
    station.close();
  }
}

/**
 * What was told before the cut and must still be so. What was told of a file that was destroyed since is true no more; of one whose
 * destruction was under way either may be.
 */
function stillTrue(told: readonly Told[], cut: number): Told[] {
  const begun = told.filter((_one, place) => (told[place - 1]?.step ?? 0) < cut);
  const destroyed = new Set(begun.flatMap(({ act }) => (act.do === 'purge' ? [act.number] : [])));
  return told
    .filter(({ step }) => step < cut)
    .filter(({ act, value }) => {
      const number = act.do === 'register' ? value : 'number' in act ? act.number : '';
      return act.do === 'purge' || !destroyed.has(number);
    });
}

/** A number is one person's for ever, whatever became of the registration it named. */
function toldTwice(told: readonly Told[]): string[] {
  const numbers = told.flatMap(({ act, value }) => (act.do === 'register' ? [value] : []));
  return numbers
    .filter((number, place) => numbers.indexOf(number) < place)
    .map((number) => `${number} twice`);
}

function lossOf(
  { database, context }: ReturnType<typeof openStation>,
  { act, value }: Told,
  folder: string,
  key: Uint8Array,
): string[] {
  const has = (sql: string, ...values: (string | number)[]) => database.get(sql, ...values) !== undefined;
  if (act.do === 'register')
    return has('SELECT 1 FROM registration WHERE registration_number = ?', value)
      ? []
      : [`registration ${value}`];
  if (act.do === 'amend')
    return has(
      'SELECT 1 FROM registration WHERE registration_number = ? AND version >= ?',
      act.number,
      Number(value),
    )
      ? []
      : [`version ${value} of ${act.number}`];
  if (act.do === 'accept')
    return has(`SELECT 1 FROM returned_page WHERE id = ? AND decision = 'accepted'`, value)
      ? []
      : [`page ${value}`];
  if (act.do === 'purge')
    return has('SELECT 1 FROM registration WHERE registration_number = ?', value)
      ? [`purge of ${value}`]
      : [];
  if (act.do === 'snapshot') return snapshotLoss(join(folder, 'snapshots'), value, key);
  const row = database.get('SELECT file_id FROM outbox_blob WHERE sha256 = ?', value);
  if (!row) return [`scan ${value}`];
  try {
    context.files.get(String(row['file_id']));
    return [];
  } catch {
    return [`bytes of scan ${value}`];
  }
}

/** The snapshot that was told is there, or was let go of for a newer one; the newest that counts is what its note says. */
function snapshotLoss(folder: string, name: string, key: Uint8Array): string[] {
  const listed = listSnapshots(folder);
  const unsound = listed
    .slice(0, 1)
    .filter((one) => !isSnapshotSound(folder, one, key))
    .map((one) => `sound ${one.name}`);
  return listed.some((one) => one.name >= name) ? unsound : [`snapshot ${name}`, ...unsound];
}

/** What only a whole transaction writes: never one part without the others. */
function halvesOf(database: OpenDatabase): string[] {
  const faults = proveBase(database).faults.map(({ what, where }) => `${what} ${where}`);
  const halves = [
    `SELECT id FROM registration r WHERE NOT EXISTS (
       SELECT 1 FROM registration_version v WHERE v.registration_id = r.id AND v.version = r.version)`,
    `SELECT op_id AS id FROM outbox_op WHERE state <> 'erased' AND record_id NOT IN (SELECT id FROM registration)`,
    `SELECT id FROM registration WHERE last_op_id NOT IN (SELECT op_id FROM outbox_op)`,
    `SELECT id FROM returned_page p WHERE decision = 'accepted' AND (
       NOT EXISTS (SELECT 1 FROM outbox_blob b WHERE b.file_id = p.source_file_id)
       OR NOT EXISTS (SELECT 1 FROM confirmation_return c WHERE c.registration_id = p.registration_id))`,
  ].flatMap((sql) => database.all(sql).map((row) => `half of ${String(row['id'])}`));
  return [...faults, ...halves];
}

/** A row that names a file must find it whole, acknowledged or not: the file is durable before its row. */
function danglingFiles({ database, context }: ReturnType<typeof openStation>): string[] {
  return database.all('SELECT id FROM stored_file').flatMap((row) => {
    try {
      context.files.get(String(row['id']));
      return [];
    } catch {
      return [`file ${String(row['id'])}`];
    }
  });
}

export function forgetRecording({ root }: { root: string }): void {
  rmSync(root, { recursive: true, force: true });
}
