import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BenchFolders } from '../register/bench-station.ts';

const START = fileURLToPath(new URL('../../tools/start.mjs', import.meta.url));

/** The program as `npm start` runs it where Electron is not there, in a process of its own. */
export interface DeskProgram {
  url: string;
  end(): Promise<void>;
  /** `kill -9`. */
  kill(): Promise<void>;
}

/** Resolves when its address is printed. `spoolerAddress` stands for the printers of the machine. */
export async function startProgram(
  { data, settings }: BenchFolders,
  spoolerAddress: string,
): Promise<DeskProgram> {
  const child = spawn(process.execPath, [START, '--browser', '--no-open', '--data', data], {
    env: { ...process.env, XDG_CONFIG_HOME: join(settings, '..'), CUPS_SERVER: spoolerAddress },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  // A measure that fails leaves nothing running.
  const killIt = () => child.kill('SIGKILL');
  process.once('exit', killIt);
  child.once('exit', () => process.off('exit', killIt));
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('http'))
      return { url: line, end: () => stop('SIGTERM'), kill: () => stop('SIGKILL') };
  throw new Error('the program ended before it said its address');
}
