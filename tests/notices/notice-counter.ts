import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { anAnswer } from '../builders/answers.ts';
import { aCommandStation, type Outcome } from '../builders/guichet-command.ts';

/** One line of `guichet register --json`. */
export interface Registered {
  ok: boolean;
  registrationNumber?: string;
  candidateNumber?: string;
  version?: number;
  errors?: { path: string; code: string }[];
}

/** The command line of one counter, at the moments of a past year. Moments are ISO instants, zone included. */
export interface NoticeCounter {
  run(at: string, ...words: string[]): Promise<Outcome>;
  /** Registers people, each the usual fictitious one with some answers replaced. */
  register(at: string, ...people: Record<string, unknown>[]): Promise<Registered[]>;
  amend(at: string, number: string, changes: Record<string, unknown>): Promise<Outcome>;
  /** Proposals of `returns overdue`, as `proposal name cause`. */
  overdue(at: string): Promise<string[]>;
  /** What a confirmation says, front and back, with single spaces. */
  printed(at: string, number: string): Promise<string>;
  /** The number given to the only person of a `register`. */
  numberOf(registered: Registered[], index?: number): string;
  file(name: string, content: string): string;
}

/** A base école of the académie whose notice is played. */
export async function aNoticeCounter(academy: string): Promise<NoticeCounter> {
  const station = aCommandStation();
  const run: NoticeCounter['run'] = (at, ...words) => station.guichet(words, { clock: at });
  const setup = ['setup', '--station', 'Guichet 1', '--office', 'Accueil', '--academy', academy];
  const made = await station.guichet([...setup, '--agent', 'agent.essai', '--training']);
  if (made.exit !== 0) throw new Error(made.stderr);

  const file = (name: string, content: string) => {
    const path = join(station.data, '..', name);
    writeFileSync(path, content);
    return path;
  };
  return {
    run,
    file,
    async register(at, ...people) {
      const lines = people.map((changes) => JSON.stringify(anAnswer(changes)));
      const { stdout } = await station.guichet(['register', '-', '--json'], {
        clock: at,
        input: lines.join('\n'),
      });
      return stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Registered);
    },
    amend: (at, number, changes) => run(at, 'amend', number, file('changes.json', JSON.stringify(changes))),
    async overdue(at) {
      const { stdout } = await run(at, 'returns', 'overdue', '--json');
      return stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { proposal: string; givenNames: string; cause: string })
        .map(({ proposal, givenNames, cause }) => `${proposal} ${givenNames} ${cause}`);
    },
    async printed(at, number) {
      const { stdout } = await run(at, 'confirm', number, '--out', 'sheets', '--json');
      const [sheet] = JSON.parse(stdout) as { file: string }[];
      const text = await promisify(execFile)('pdftotext', ['-layout', sheet!.file, '-']);
      return text.stdout.replace(/\s+/g, ' ');
    },
    numberOf(registered, index = 0) {
      const number = registered[index]?.registrationNumber;
      if (!number) throw new Error(`not registered: ${JSON.stringify(registered[index])}`);
      return number;
    },
  };
}

/** The codes of what was refused, by person. */
export function refusals(registered: Registered[]): string[][] {
  return registered.map(({ errors = [] }) => errors.map(({ code }) => code));
}

/** A scenario is a dozen processes, each deriving a key from its passphrase: long on a busy machine. */
export const PATIENCE_MS = 300_000;
