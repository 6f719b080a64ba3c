import { randomBytes } from 'node:crypto';
import { formatEnrolmentCode, readEnrolmentCode } from '#shared/protocol/enrolment-code.ts';
import { sha256Hex } from '../canonical.ts';
import type { Database } from '../postgres/database.ts';

export interface EnrolmentCodeRequest {
  /** For the rectorat's own list, e.g. the office the code was given to. */
  label: string;
  validForMs: number;
  /** The station that whoever uses it takes the place of; no other request may use it then. */
  replaces?: string;
}

/** A one-time code; only its hash is kept (60 random bits leave nothing to guess from it). */
export async function createEnrolmentCode(
  database: Database,
  serverKeyId: string,
  { label, validForMs, replaces }: EnrolmentCodeRequest,
): Promise<string> {
  const code = formatEnrolmentCode(randomBytes(8).toString('hex'), serverKeyId);
  await database.rows(
    `INSERT INTO enrolment_code (code_hash, label, expires_at, replaces) VALUES ($1, $2, now() + $3 * interval '1 millisecond', $4)`,
    [hashOfCode(code), label, validForMs, replaces ?? null],
  );
  return code;
}

/** Undefined for what cannot be a code. */
export function hashOfCode(typed: string): string | undefined {
  const code = readEnrolmentCode(typed);
  return code && sha256Hex(code.secret);
}
