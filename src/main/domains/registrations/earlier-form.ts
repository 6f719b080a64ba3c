import { answersSchema, type Answers, type Exam } from '#shared/contract/answers.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import { jsonOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';

/**
 * The form of a person's last registration for an exam in an earlier session, whatever became of it; one that was withdrawn never
 * bound anybody.
 */
export function findEarlierForm(
  database: ReadableDatabase,
  candidateId: string,
  exam: Exam,
  { session }: Pick<Campaign, 'session'>,
): Answers['qualification']['form'] | undefined {
  if (session === null) return undefined;
  const row = database.get(
    `SELECT ${opened('registration_version', 'v')} FROM registration r
     JOIN registration_version v ON v.registration_id = r.id AND v.version = r.version
     WHERE r.candidate_id = ? AND r.exam = ? AND r.exam_year < ? AND r.status <> 'withdrawn'
     ORDER BY r.exam_year DESC, r.created_at_ms DESC LIMIT 1`,
    candidateId,
    exam,
    session,
  );
  return row && jsonOf(row, 'answers', answersSchema).qualification.form;
}
