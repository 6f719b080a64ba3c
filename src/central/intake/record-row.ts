import { z } from 'zod';
import type { Row } from '../postgres/database.ts';

/** A registration as it is read from the base; its answers are still to be parsed into what the reader needs. */
export const RECORD_COLUMNS =
  'record_id, registration_number, candidate_number, version, cancelled, answers, academy_code, last_op_id';

const recordRow = z.object({
  record_id: z.string(),
  registration_number: z.string(),
  candidate_number: z.string(),
  version: z.number(),
  cancelled: z.boolean(),
  answers: z.string(),
  academy_code: z.string().nullable(),
  last_op_id: z.string(),
});

export function readRecord(row: Row) {
  const record = recordRow.parse(row);
  return {
    recordId: record.record_id,
    registrationNumber: record.registration_number,
    candidateNumber: record.candidate_number,
    version: record.version,
    cancelled: record.cancelled,
    answers: JSON.parse(record.answers) as Record<string, unknown>,
    academyCode: record.academy_code,
    lastOpId: record.last_op_id,
  };
}
