import { COUNTER_REASONS, examSchema, type Exam } from '#shared/contract/answers.ts';
import { modalitySchema } from '#shared/contract/campaign.ts';
import type { Figures } from '#shared/contract/figures.ts';
import { statusSchema, type RegistrationStatus } from '#shared/contract/registrations.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import type { Where } from '#main/domains/lists/index.ts';

export interface SpecialtyCount {
  specialtyCode: string;
  exam: Exam;
  status: RegistrationStatus;
  count: number;
}

/** One walk of one index: exams, states and specialties are all counted from it. */
export function countBySpecialty(database: ReadableDatabase, where: Where): SpecialtyCount[] {
  return database
    .all(
      `SELECT r.specialty_code, r.exam, r.status, count(*) AS n FROM registration r WHERE ${where.sql}
       GROUP BY r.specialty_code, r.exam, r.status`,
      ...where.values,
    )
    .map((row) => ({
      specialtyCode: textOf(row, 'specialty_code'),
      exam: examSchema.parse(row['exam']),
      status: statusSchema.parse(row['status']),
      count: numberOf(row, 'n'),
    }));
}

export function countByClerk(database: ReadableDatabase, where: Where): Figures['byClerk'] {
  return database
    .all(
      `SELECT r.created_by, count(*) AS n FROM registration r WHERE ${where.sql} GROUP BY r.created_by ORDER BY n DESC, r.created_by`,
      ...where.values,
    )
    .map((row) => ({ clerk: textOf(row, 'created_by'), count: numberOf(row, 'n') }));
}

export function countByReason(database: ReadableDatabase, where: Where): Figures['byReason'] {
  return database
    .all(
      `SELECT r.counter_reason, count(*) AS n FROM registration r WHERE ${where.sql} GROUP BY r.counter_reason ORDER BY n DESC, r.counter_reason`,
      ...where.values,
    )
    .map((row) => ({
      reason: COUNTER_REASONS.find((reason) => reason === row['counter_reason']) ?? null,
      count: numberOf(row, 'n'),
    }));
}

/** Files, not papers: one that came back twice the same way counts once. */
export function countByModality(database: ReadableDatabase, where: Where): Figures['byModality'] {
  const ofFiles =
    where.sql === '1'
      ? ''
      : `WHERE b.registration_id IN (SELECT r.id FROM registration r WHERE ${where.sql})`;
  return database
    .all(
      `SELECT b.modality, count(DISTINCT b.registration_id) AS n FROM confirmation_return b ${ofFiles} GROUP BY b.modality ORDER BY n DESC`,
      ...where.values,
    )
    .map((row) => ({ modality: modalitySchema.parse(row['modality']), count: numberOf(row, 'n') }));
}
