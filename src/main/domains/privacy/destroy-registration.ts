import { textOf, textOrNullOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import type { Traces } from '#main/domains/lists/index.ts';
import { eraseOps, forgetBlob } from '#main/domains/outbox/index.ts';
import { FILES_OF_REGISTRATION } from './disposal-rule.ts';
import { FILE_COLUMNS, PERSONAL_TABLES } from './personal-tables.ts';

export interface Destroyed {
  /** Encrypted files to remove from disk once the transaction is over: their keys are gone with it. */
  fileIds: string[];
  /** Whether nothing else was held about the person. */
  isLastOfCandidate: boolean;
}

/**
 * Deletes one registration and all that hangs from it, and adds to the traces by which it may still be named. Call it inside a transaction,
 * after the rule was asked.
 */
export function destroyRegistration(database: WritableDatabase, id: string, traces: Traces): Destroyed {
  const row =
    database.get(
      `SELECT r.registration_number, r.candidate_id, r.search_name, r.email, c.candidate_number FROM registration r
       JOIN candidate c ON c.id = r.candidate_id WHERE r.id = ?`,
      id,
    ) ?? {};
  const files = filesOf(database, id);
  for (const { table, column } of PERSONAL_TABLES)
    database.run(`DELETE FROM ${table} WHERE ${column} = ?`, id);
  database.run('DELETE FROM draft WHERE registration_number = ?', textOf(row, 'registration_number'));
  eraseOps(database, id);
  database.run('DELETE FROM registration WHERE id = ?', id);
  for (const word of forgetWords(database, textOf(row, 'search_name'))) traces.words.add(word);
  const fileIds = files.filter((file) => forgetFile(database, file)).map((file) => file.id);
  const isLastOfCandidate = forgetCandidate(database, textOf(row, 'candidate_id'));
  traces.references.add(textOf(row, 'registration_number'));
  if (isLastOfCandidate) traces.references.add(textOf(row, 'candidate_number'));
  const email = textOf(row, 'email');
  if (!database.get('SELECT 1 FROM registration WHERE email = ? LIMIT 1', email))
    traces.references.add(email);
  return { fileIds, isLastOfCandidate };
}

interface NamedFile {
  id: string;
  sha256: string;
}

function filesOf(database: ReadableDatabase, registrationId: string): NamedFile[] {
  return database
    .all(
      `SELECT f.id, f.sha256 FROM registration r JOIN stored_file f ON f.id IN (${FILES_OF_REGISTRATION}) WHERE r.id = ?`,
      registrationId,
    )
    .map((row) => ({ id: textOf(row, 'id'), sha256: textOf(row, 'sha256') }));
}

/** A stack of scans is one file for several people: it goes with the last of them. Tells whether it went. */
export function forgetFile(database: WritableDatabase, { id, sha256 }: NamedFile): boolean {
  const isNeeded = FILE_COLUMNS.some(
    ({ table, column }) =>
      table !== 'outbox_blob' && database.get(`SELECT 1 FROM ${table} WHERE ${column} = ? LIMIT 1`, id),
  );
  if (isNeeded) return false;
  forgetBlob(database, id, sha256);
  return database.run('DELETE FROM stored_file WHERE id = ?', id) > 0;
}

/** A person with no registration left is no longer known, unless a registration is being typed for her. */
export function forgetCandidate(database: WritableDatabase, id: string): boolean {
  return (
    database.run(
      `DELETE FROM candidate WHERE id = ? AND NOT EXISTS (SELECT 1 FROM registration WHERE candidate_id = candidate.id)
       AND NOT EXISTS (SELECT 1 FROM draft WHERE candidate = candidate.candidate_number)`,
      id,
    ) > 0
  );
}

/** The dictionary of names belongs to nobody, and would still tell that someone of that name came. Returns the words that nobody bears. */
function forgetWords(database: WritableDatabase, searchName: string): string[] {
  const forgotten = [...new Set(searchName.split(' ').filter(Boolean))].filter(
    (word) => !database.get('SELECT 1 FROM name_index WHERE name_index MATCH ? LIMIT 1', `"${word}"`),
  );
  for (const word of forgotten) database.run('DELETE FROM name_word WHERE word = ?', word);
  return forgotten;
}

/** The lists people were named in, once nobody in them is held any more; and the piles of letters of sessions that are over. */
export function destroyEmptyDocuments(database: WritableDatabase, issuedBeforeMs: number): string[] {
  const slips = database.all(
    `SELECT id, file_id FROM transmittal_slip s WHERE NOT EXISTS (SELECT 1 FROM transmittal_slip_entry e WHERE e.slip_id = s.id)`,
  );
  const batches = database.all('SELECT id, file_id FROM letter_batch WHERE issued_at_ms < ?', issuedBeforeMs);
  for (const slip of slips) database.run('DELETE FROM transmittal_slip WHERE id = ?', textOf(slip, 'id'));
  for (const batch of batches) database.run('DELETE FROM letter_batch WHERE id = ?', textOf(batch, 'id'));
  return [...slips, ...batches].flatMap((row) => {
    const id = textOrNullOf(row, 'file_id');
    const file = id === null ? undefined : database.get('SELECT sha256 FROM stored_file WHERE id = ?', id);
    return id !== null && file && forgetFile(database, { id, sha256: textOf(file, 'sha256') }) ? [id] : [];
  });
}
