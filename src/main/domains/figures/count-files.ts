import { COUNTER_REASONS, examSchema, type CounterReason, type Exam } from '#shared/contract/answers.ts';
import { modalitySchema } from '#shared/contract/campaign.ts';
import type { Figures } from '#shared/contract/figures.ts';
import { statusSchema, type RegistrationStatus } from '#shared/contract/registrations.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { WALKED, type Where } from '#main/domains/lists/index.ts';

/** How many files are alike in all that figures are drawn from but the day. */
export interface AlikeFiles {
  specialtyCode: string;
  exam: Exam;
  status: RegistrationStatus;
  clerk: string;
  reason: CounterReason | null;
  count: number;
}

/** What is kept sealed is only looked at where it may differ, by who may know it (docs/adr/0008). */
const REASON = `CASE WHEN r.counter_reason = 'other' AND r.sealed_reason <> '' AND opens_health() THEN unsealed(r.sealed_reason, r.id) ELSE r.counter_reason END`;

/** One walk of one index: everything but the days is counted from it. */
export function countAlike(database: ReadableDatabase, where: Where): AlikeFiles[] {
  return database
    .all(
      `SELECT r.specialty_code, r.exam, r.status, r.created_by, ${REASON} AS reason, count(*) AS n FROM ${walkedBy(where)} WHERE ${where.sql}
       GROUP BY r.specialty_code, r.exam, r.status, r.created_by, reason`,
      ...where.values,
    )
    .map((row) => ({
      specialtyCode: textOf(row, 'specialty_code'),
      exam: examSchema.parse(row['exam']),
      status: statusSchema.parse(row['status']),
      clerk: textOf(row, 'created_by'),
      reason: COUNTER_REASONS.find((reason) => reason === row['reason']) ?? null,
      count: numberOf(row, 'n'),
    }));
}

/** The index of the list, unless what narrows picks out few files. */
export function walkedBy({ reach, sql }: Where): string {
  return reach === 'few' && sql !== '1' ? 'registration r' : WALKED;
}

/** Files, not papers: one that came back twice the same way counts once. */
export function countByModality(database: ReadableDatabase, where: Where): Figures['byModality'] {
  // From the papers to their files: there are never many more of the one than of the other, and mostly far fewer.
  const ofFiles =
    where.sql === '1' ? '' : `CROSS JOIN registration r ON r.id = b.registration_id WHERE ${where.sql}`;
  return database
    .all(
      `SELECT b.modality, count(DISTINCT b.registration_id) AS n FROM confirmation_return b ${ofFiles} GROUP BY b.modality ORDER BY n DESC`,
      ...where.values,
    )
    .map((row) => ({ modality: modalitySchema.parse(row['modality']), count: numberOf(row, 'n') }));
}
