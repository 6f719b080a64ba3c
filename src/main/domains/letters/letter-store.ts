import { z } from 'zod';
import { letterKindSchema, type Letter, type LetterKind } from '#shared/contract/letters.ts';
import { GuichetError } from '#shared/errors.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row, WritableDatabase } from '#main/database/types.ts';

export interface StoredLetter extends Letter {
  fileId: string;
}

const SELECT = `SELECT l.*, r.registration_number, f.sha256 FROM letter l
  JOIN registration r ON r.id = l.registration_id JOIN stored_file f ON f.id = l.file_id`;

/** Newest first. */
export function lettersOf(database: ReadableDatabase, registrationId: string): StoredLetter[] {
  return database
    .all(`${SELECT} WHERE l.registration_id = ? ORDER BY l.rank DESC`, registrationId)
    .map(toLetter);
}

/** Throws `unknown-letter`. */
export function getLetter(database: ReadableDatabase, id: string): StoredLetter {
  const row = database.get(`${SELECT} WHERE l.id = ?`, id);
  if (!row) throw new GuichetError('unknown-letter');
  return toLetter(row);
}

export function nextRank(database: ReadableDatabase, registrationId: string): number {
  const row = database.get(
    'SELECT coalesce(max(rank), 0) + 1 AS next FROM letter WHERE registration_id = ?',
    registrationId,
  );
  return numberOf(row ?? {}, 'next');
}

export interface NewLetter {
  id: string;
  registrationId: string;
  rank: number;
  kind: LetterKind;
  version: number;
  fileId: string;
  issuedAtMs: number;
  issuedBy: string;
}

export function insertLetter(database: WritableDatabase, letter: NewLetter): void {
  database.run(
    'INSERT INTO letter (id, registration_id, rank, kind, version, file_id, issued_at_ms, issued_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    letter.id,
    letter.registrationId,
    letter.rank,
    letter.kind,
    letter.version,
    letter.fileId,
    letter.issuedAtMs,
    letter.issuedBy,
  );
}

function toLetter(row: Row): StoredLetter {
  const registrationNumber = textOf(row, 'registration_number');
  const rank = numberOf(row, 'rank');
  const kind = letterKindSchema.parse(row['kind']);
  return {
    id: textOf(row, 'id'),
    registrationNumber,
    kind,
    rank,
    version: numberOf(row, 'version'),
    fileName: `${registrationNumber}-${FILE_WORDS[kind]}-${rank}.pdf`,
    sha256: textOf(row, 'sha256'),
    issuedAtMs: numberOf(row, 'issued_at_ms'),
    issuedBy: textOf(row, 'issued_by'),
    fileId: textOf(row, 'file_id'),
  };
}

export const FILE_WORDS: Record<LetterKind, string> = {
  depositReceipt: 'recepisse',
  reminder: 'relance',
  cancellation: 'annulation',
  exclusion: 'ecartement',
  withdrawalProof: 'desinscription',
  specificNoticeSlip: 'note-specifique',
};

const batchSchema = z.object({
  kind: letterKindSchema,
  letter_count: z.number().int(),
  file_id: z.string(),
});

/** Throws `unknown-letter`. */
export function getBatch(
  database: ReadableDatabase,
  id: string,
): { kind: LetterKind; letterCount: number; fileId: string } {
  const row = database.get('SELECT kind, letter_count, file_id FROM letter_batch WHERE id = ?', id);
  if (!row) throw new GuichetError('unknown-letter');
  const { kind, letter_count, file_id } = batchSchema.parse(row);
  return { kind, letterCount: letter_count, fileId: file_id };
}

export function insertBatch(
  database: WritableDatabase,
  batch: {
    id: string;
    kind: LetterKind;
    letterCount: number;
    fileId: string;
    issuedAtMs: number;
    issuedBy: string;
  },
): void {
  database.run(
    'INSERT INTO letter_batch (id, kind, letter_count, file_id, issued_at_ms, issued_by) VALUES (?, ?, ?, ?, ?, ?)',
    batch.id,
    batch.kind,
    batch.letterCount,
    batch.fileId,
    batch.issuedAtMs,
    batch.issuedBy,
  );
}
