import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createStation, openStation } from '../../builders/open-station.ts';
import { startChild } from '../harness/child.ts';
import { createRandom } from '../harness/random.ts';
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

const CHILD = fileURLToPath(new URL('../harness/station-child.ts', import.meta.url));

/** Lets a real station work under the recorder; `program` may be a spoilt copy of it. */
export async function recordStation(seed: number, acts: number, program = CHILD): Promise<StationRecording> {
  const root = mkdtempSync(join(tmpdir(), 'guichet-power-'));
  const [folder, baseFolder, log] = ['live', 'base', 'log'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  const random = createRandom(seed);
  const key = Buffer.from(random.bytes(32));
  createStation({ folder, key });
  mkdirSync(join(folder, 'files'), { recursive: true });
  copyFolder(folder, baseFolder);
  const inodes = inodesBelow(folder);
  const child = startChild(program, [folder, key.toString('hex')], recordingEnvironment(folder, log));
  await child.answer();
  const done: { act: Act; value: string }[] = [];
  const numbers: string[] = [];
  for (let person = 1; person <= acts; person += 1) {
    const act = nextAct(person, numbers, random);
    const answer = JSON.parse((await child.ask(act)) ?? '{"ok":false,"error":"ended"}') as Answer;
    if (!answer.ok) throw new Error(answer.error);
    if (act.do === 'register') numbers.push(answer.value);
    done.push({ act, value: answer.value });
  }
  await child.kill();
  const steps = readLog(log);
  const told = placesOf(done, steps);
  return { root, key, baseFolder, inodes, steps, told, promisedAt: told.map(({ step }) => step) };
}

function nextAct(person: number, numbers: readonly string[], random: ReturnType<typeof createRandom>): Act {
  const number = numbers.length === 0 ? undefined : random.pick(numbers);
  const chance = random.next();
  if (number === undefined || chance < 0.5) return { do: 'register', person };
  if (chance < 0.75) return { do: 'amend', number, locality: `Ville ${person}` };
  return { do: 'scan', number, seed: person, size: 1_000 + random.below(20_000) };
}

/** Answers are said in their order: the first line is the station's own greeting. */
function placesOf(done: readonly { act: Act; value: string }[], steps: readonly Step[]): Told[] {
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
  const told = recording.told.filter(({ step }) => step < options.cut);
  let station;
  try {
    station = openStation({ folder, key: recording.key });
  } catch (error) {
    return told.length === 0 ? [] : [`the base does not open: ${String(error)}`];
  }
  try {
    return [...told.flatMap((one) => lossOf(station, one)), ...danglingFiles(station)];
  } finally {
    station.close();
  }
}

function lossOf({ database, context }: ReturnType<typeof openStation>, { act, value }: Told): string[] {
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
  const row = database.get('SELECT file_id FROM outbox_blob WHERE sha256 = ?', value);
  if (!row) return [`scan ${value}`];
  try {
    context.files.get(String(row['file_id']));
    return [];
  } catch {
    return [`bytes of scan ${value}`];
  }
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
