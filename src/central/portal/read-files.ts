import { z } from 'zod';
import type { Sql } from '../postgres/database.ts';

/** One candidature as its candidate may see it: the last version of everything, and nothing older (S4-23). */
export interface CandidateFile {
  recordId: string;
  registrationNumber: string;
  version: number;
  /** Dotted path → answer. */
  answers: Record<string, unknown>;
  updatedMs: number;
  documents: FileDocument[];
}

export interface FileDocument {
  sha256: string;
  mediaType: string;
  pages: number;
  version: number;
  receivedMs: number;
}

const fileRow = z.object({
  record_id: z.string(),
  registration_number: z.string(),
  version: z.number(),
  answers: z.string(),
  updated_ms: z.number(),
});
const documentRow = z.object({
  sha256: z.string(),
  media_type: z.string(),
  pages: z.number(),
  version: z.number(),
  received_ms: z.number(),
});

/** Candidatures that still stand; one that was ended is no longer shown (S4-21). */
export async function readFiles(sql: Sql, accountId: string): Promise<CandidateFile[]> {
  const rows = await sql.rows(
    `SELECT record_id, registration_number, version, answers, (extract(epoch from updated_at) * 1000)::bigint AS updated_ms
     FROM registration JOIN portal_account USING (candidate_number)
     WHERE account_id = $1 AND NOT cancelled ORDER BY registration_number`,
    [accountId],
  );
  return Promise.all(
    rows.map(async (row) => {
      const file = fileRow.parse(row);
      return {
        recordId: file.record_id,
        registrationNumber: file.registration_number,
        version: file.version,
        answers: JSON.parse(file.answers) as Record<string, unknown>,
        updatedMs: file.updated_ms,
        documents: await lastDocuments(sql, file.record_id),
      };
    }),
  );
}

/** The pages that came with the last delivery for this candidature, once they are here. */
async function lastDocuments(sql: Sql, recordId: string): Promise<FileDocument[]> {
  const rows = await sql.rows(
    `SELECT r.sha256, r.media_type, r.pages, r.version, (extract(epoch from o.received_at) * 1000)::bigint AS received_ms
     FROM blob_reference r JOIN op o USING (op_id) JOIN blob b ON b.sha256 = r.sha256
     WHERE r.op_id = (SELECT l.op_id FROM blob_reference l JOIN op p USING (op_id)
       WHERE l.record_id = $1 AND p.verdict IN ('accepted', 'merged')
       ORDER BY l.version DESC, p.server_seq DESC LIMIT 1)
     ORDER BY r.sha256`,
    [recordId],
  );
  return rows.map((row) => {
    const document = documentRow.parse(row);
    return {
      sha256: document.sha256,
      mediaType: document.media_type,
      pages: document.pages,
      version: document.version,
      receivedMs: document.received_ms,
    };
  });
}
