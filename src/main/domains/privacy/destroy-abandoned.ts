import { textOf } from '#main/database/columns.ts';
import type { WritableDatabase } from '#main/database/types.ts';
import { forgetCandidate, forgetFile } from './destroy-registration.ts';

interface Abandoned {
  count: number;
  /** Encrypted files to remove from disk once the transaction is over. */
  fileIds: string[];
}

/** Drafts nobody came back to and pages nobody could place, older than that. Call it inside a transaction. */
export function destroyAbandoned(database: WritableDatabase, beforeMs: number): Abandoned {
  const files = database.all(
    `SELECT DISTINCT f.id, f.sha256 FROM returned_page p JOIN stored_file f ON f.id IN (p.source_file_id, p.image_file_id)
     WHERE p.registration_id IS NULL AND p.read_at_ms < ?`,
    beforeMs,
  );
  const drafts = dropDrafts(database, beforeMs);
  const pages = database.run(
    'DELETE FROM returned_page WHERE registration_id IS NULL AND read_at_ms < ?',
    beforeMs,
  );
  const gone = files
    .map((row) => ({ id: textOf(row, 'id'), sha256: textOf(row, 'sha256') }))
    .filter((file) => forgetFile(database, file));
  return { count: drafts + pages, fileIds: gone.map(({ id }) => id) };
}

/** Of people only: a draft of a change goes with its file. Who was only ever being typed is not known any more. */
function dropDrafts(database: WritableDatabase, beforeMs: number): number {
  const old = 'registration_number IS NULL AND saved_at_ms < ?';
  const candidates = database.all(
    `SELECT c.id FROM candidate c WHERE c.candidate_number IN (SELECT candidate FROM draft WHERE ${old})`,
    beforeMs,
  );
  const dropped = database.run(`DELETE FROM draft WHERE ${old}`, beforeMs);
  for (const row of candidates) forgetCandidate(database, textOf(row, 'id'));
  return dropped;
}
