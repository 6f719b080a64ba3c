import { COUNTER_REASONS, examSchema, type CounterReason, type Exam } from '#shared/contract/answers.ts';
import { modalitySchema } from '#shared/contract/campaign.ts';
import type { Figures } from '#shared/contract/figures.ts';
import { statusSchema, type RegistrationStatus } from '#shared/contract/registrations.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row } from '#main/database/types.ts';
import { TALLIED, WALKED, type Where } from '#main/domains/lists/index.ts';

/** How many files are alike in all that figures are drawn from but the day. */
export interface AlikeFiles {
  specialtyCode: string;
  exam: Exam;
  status: RegistrationStatus;
  clerk: string;
  reason: CounterReason | null;
  count: number;
}

const ALIKE = 'r.specialty_code, r.exam, r.status, r.created_by';

/**
 * As they are counted all along, else one walk of one index without a row: everything but the days is counted from it. A reason that is kept
 * sealed stands there as `other` (docs/adr/0008); who may know it has those files read besides.
 */
export function countAlike(database: ReadableDatabase, where: Where): AlikeFiles[] {
  const [from, count] = where.isTallied ? [TALLIED, 'sum(r.files)'] : [walkedBy(where), 'count(*)'];
  const counted = database
    .all(
      `SELECT ${ALIKE}, r.counter_reason AS reason, ${count} AS n FROM ${from} WHERE ${where.sql}
       GROUP BY ${ALIKE}, r.counter_reason`,
      ...where.values,
    )
    .map(alikeOf);
  const sealed = database
    .all(
      `SELECT ${ALIKE}, unsealed(r.sealed_reason, r.id) AS reason, count(*) AS n FROM registration r
       WHERE opens_health() AND r.counter_reason = 'other' AND r.sealed_reason <> '' AND ${where.sql} GROUP BY ${ALIKE}, reason`,
      ...where.values,
    )
    .map(alikeOf);
  return [...counted, ...sealed, ...sealed.map(asOther)];
}

function alikeOf(row: Row): AlikeFiles {
  return {
    specialtyCode: textOf(row, 'specialty_code'),
    exam: examSchema.parse(row['exam']),
    status: statusSchema.parse(row['status']),
    clerk: textOf(row, 'created_by'),
    reason: COUNTER_REASONS.find((reason) => reason === row['reason']) ?? null,
    count: numberOf(row, 'n'),
  };
}

/** They were counted as that once. */
function asOther(files: AlikeFiles): AlikeFiles {
  return { ...files, reason: 'other', count: -files.count };
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
