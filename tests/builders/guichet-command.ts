import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { aFolder } from './folder.ts';

export const GUICHET_ENTRY = fileURLToPath(new URL('../../src/cli/guichet.mjs', import.meta.url));

export interface Outcome {
  exit: number | null;
  stdout: string;
  stderr: string;
}

export interface CommandStation {
  /** The data folder. */
  data: string;
  /** Runs the real command in a process of its own. */
  guichet(
    words: string[],
    options?: { input?: string; clock?: string; passphrase?: string; env?: Record<string, string> },
  ): Promise<Outcome>;
}

/** The command line on a data folder of its own. */
export function aCommandStation(): CommandStation {
  const folder = aFolder();
  const data = join(folder, 'data');
  return {
    data,
    async guichet(words, { input = '', clock, passphrase = 'une phrase de passe', env = {} } = {}) {
      const child = spawn(process.execPath, [GUICHET_ENTRY, ...words, '--data', data], {
        cwd: folder,
        env: {
          PATH: process.env['PATH'],
          HOME: folder,
          GUICHET_PASSPHRASE: passphrase,
          ...(clock === undefined ? {} : { GUICHET_CLOCK: clock }),
          ...env,
        },
      });
      child.stdin.end(input);
      const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
      const [stdout, stderr, exit] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
      return { exit, stdout, stderr };
    },
  };
}

/** The same, with a base école set up in it. */
export async function aSetUpCommandStation(): Promise<CommandStation> {
  const station = aCommandStation();
  const words = [
    '--station',
    'Guichet 1',
    '--office',
    'Bureau',
    '--academy',
    '23',
    '--agent',
    'agent.essai',
    '--training',
  ];
  const { exit, stderr } = await station.guichet(['setup', ...words]);
  if (exit !== 0) throw new Error(stderr);
  return station;
}
