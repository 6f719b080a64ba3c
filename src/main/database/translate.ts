import Driver from 'better-sqlite3';
import { GuichetError } from '#shared/errors.ts';

/** A page that is not what was written, or that the disk no longer gives back. */
const DAMAGE = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_READ', 'SQLITE_IOERR_SHORT_READ'];

/** SQLite's own failures in our words; anything else passes through. */
export function translate(error: unknown): unknown {
  if (!(error instanceof Driver.SqliteError)) return error;
  if (error.code.startsWith('SQLITE_BUSY')) return new GuichetError('station-in-use', { cause: error });
  if (error.code === 'SQLITE_FULL') return new GuichetError('disk-full', { cause: error });
  if (DAMAGE.some((code) => error.code.startsWith(code)))
    return new GuichetError('database-damaged', { cause: error });
  if (error.code.startsWith('SQLITE_IOERR')) return new GuichetError('disk-failing', { cause: error });
  return error;
}
