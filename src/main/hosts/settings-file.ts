import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { GuichetError } from '#shared/errors.ts';

/**
 * A file of the program's settings folder, the same for the window and the command line. One that is absent or damaged says nothing: what
 * it holds are choices that are quickly made again, never data.
 */
export function createSettingsFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): { read(): z.output<Schema>; write(settings: z.output<Schema>): void } {
  return {
    read() {
      try {
        return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch {
        return schema.parse({});
      }
    },
    write: (settings) => writeWhole(path, settings),
  };
}

/** Throws `file-unwritable`. */
function writeWhole(path: string, settings: unknown): void {
  const own = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(own, JSON.stringify(settings, undefined, 2), { mode: 0o600, flush: true });
    renameSync(own, path);
  } catch (cause) {
    throw new GuichetError('file-unwritable', { detail: { cause: path }, cause });
  }
}
