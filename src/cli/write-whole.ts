import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { GuichetError } from '#shared/errors.ts';
import { UsageError, type CommandLine } from './command.ts';

/** Throws UsageError for a file that exists, unless `--force` was said. Asked before any work. */
export function refuseExisting(path: string, line: CommandLine): void {
  if (line.options['force'] !== true && existsSync(path))
    throw new UsageError(`${path} existe déjà ; --force le remplace.`);
}

/** A file that is there whole or not at all, whatever stops the program: written beside under another name, fsynced, renamed. */
export async function writeWhole(
  path: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const temporary = `${path}.en-cours`;
  try {
    const descriptor = openSync(temporary, 'w', 0o600);
    try {
      for await (const piece of pieces)
        for (let written = 0; written < piece.length;) written += writeSync(descriptor, piece, written);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw translated(error, path);
  }
}

function translated(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof GuichetError || code === undefined) return error;
  if (code === 'ENOSPC') return new GuichetError('disk-full', { cause: error });
  return new GuichetError('file-unwritable', { detail: { cause: path }, cause: error });
}
