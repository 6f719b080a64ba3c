import { join } from 'node:path';
import { contract, type CommandName } from '#shared/contract/index.ts';
import type { Verification } from '#shared/contract/safekeeping.ts';
import { envelopeSchema } from '#shared/wire/envelope.ts';
import { anAnswer } from '../builders/answers.ts';
import { createRandom, type Random } from '../faults/harness/random.ts';
import { anAttackedStation, LOGIN, type AttackedStation } from './attacked-station.ts';
import { anything, payloadFor } from './hostile-payloads.ts';

export interface Attack {
  calls: number;
  /** Calls that were carried out. */
  done: number;
  /** Answers out of the closed set of errors, by command, with what nobody foresaw; a job's and a timer's included. */
  unclosed: { command: string; error: string }[];
  /** What a whole reading of the station finds wrong afterwards. */
  verification: Verification;
}

const JOBS_AT_ONCE = 20;

/** Payloads of every command of the contract on an unlocked station with files in it, then the station is read whole. */
export async function attackCommands(seed: number, options: AttackOptions): Promise<Attack> {
  const station = await anAttackedStation();
  // What is written where a payload says, without a folder.
  const before = process.cwd();
  process.chdir(station.root);
  try {
    return await attackStation(station, createRandom(seed), options);
  } finally {
    process.chdir(before);
    await station.destroy();
  }
}

interface AttackOptions {
  /** Of each command. */
  payloads: number;
  say?: (line: string) => void;
}

async function attackStation(
  station: AttackedStation,
  random: Random,
  { payloads, say = () => undefined }: AttackOptions,
): Promise<Attack> {
  const known = await knownTexts(station);
  const attack = { calls: 0, done: 0, unclosed: [] as Attack['unclosed'] };
  const tell = (command: string) =>
    station.unexpected
      .splice(0)
      .forEach(({ error }) => attack.unclosed.push({ command, error: told(error) }));
  const forgotten = (error: unknown) => station.unexpected.push({ method: 'in the background', error });
  process.on('unhandledRejection', forgotten);
  for (const [place, command] of Object.keys(contract).entries()) {
    const { input } = contract[command as CommandName];
    // Where nothing is asked the right payload is always the same, and a few do for all.
    const strange = Object.keys(input.shape).length === 0 ? 0.8 : 1 / 6;
    for (let turn = 0; turn < payloads; turn += 1) {
      const wrong = random.pick([0, 0, 0.05, 0.4]);
      const payload =
        random.next() < strange ? anything(random) : payloadFor(input, { random, known, wrong });
      const envelope = await station.core.call(command, payload);
      attack.calls += 1;
      attack.done += Number(envelope.ok);
      const isClosed =
        envelopeSchema.safeParse(envelope).success && (envelope.ok || envelope.error.code !== 'internal');
      if (!isClosed && station.unexpected.length === 0)
        attack.unclosed.push({ command, error: told(envelope) });
      tell(command);
      await station.unlock();
      // A station on which hundreds of copies are made at once is another test.
      if (turn % JOBS_AT_ONCE === JOBS_AT_ONCE - 1) await station.settled();
    }
    await station.settled();
    tell(command);
    if (place % 20 === 19) say(`${place + 1} commands, ${attack.calls} payloads`);
  }
  const verification = await verified(station);
  process.off('unhandledRejection', forgotten);
  return { ...attack, verification };
}

function told(error: unknown): string {
  return error instanceof Error
    ? (error.stack ?? error.message)
    : `an answer out of the closed set: ${JSON.stringify(error)}`;
}

/** What an attacker who looked at the screen would know, and a path that may be written to. */
async function knownTexts({ call, root }: AttackedStation): Promise<string[]> {
  const { registrationNumber } = await call('registrations.register', { answers: anAnswer() });
  const second = await call('registrations.register', {
    answers: anAnswer({ 'identification.givenNames': 'Sacha' }),
  });
  await call('confirmations.issue', { number: registrationNumber });
  const { id: draftId } = await call('drafts.save', { answers: {}, step: 1 });
  return [
    registrationNumber,
    registrationNumber,
    second.registrationNumber,
    draftId,
    LOGIN,
    'training-2027',
    '2026-11-10',
    '2027',
    'bp',
    '23',
    '06000',
    'Nice',
    'TÉMOIN',
    'identification.locality',
    'signé en deux exemplaires',
    join(root, 'ailleurs'),
    join(root, 'nulle', 'part'),
    'http://127.0.0.1:9/',
  ];
}

async function verified({ call, settled }: AttackedStation): Promise<Verification> {
  const { jobId } = await call('safekeeping.verify', {});
  await settled();
  const { result, error } = await call('jobs.get', { id: jobId });
  if (error) throw new Error(`the station cannot be read: ${error.code}`);
  return result as Verification;
}
