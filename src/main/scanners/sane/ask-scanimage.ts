import { execFile } from 'node:child_process';
import { GuichetError } from '#shared/errors.ts';
import { saneFault } from './sane-fault.ts';

/** Network drivers wait several seconds for answers before they list anything. */
const TIMEOUT_MS = 30_000;

/** The C locale makes the answers readable by a program. */
export function saneEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', LANGUAGE: 'C' };
}

/** What scanimage answers to a question. Throws what stopped it, `scan-program-absent` where it is not installed. */
export function askScanimage(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { env: saneEnvironment(), timeout: TIMEOUT_MS, maxBuffer: 4 * 1024 * 1024 };
    execFile(command, args, options, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else if (error.code === 'ENOENT') reject(programAbsent());
      else if (error.killed) reject(new GuichetError('scanner-gone', { cause: error }));
      else reject(saneFault(stderr, typeof error.code === 'number' ? error.code : null));
    });
  });
}

export function programAbsent(): GuichetError {
  return new GuichetError('scan-program-absent', { detail: { program: 'scanimage (SANE)' } });
}
