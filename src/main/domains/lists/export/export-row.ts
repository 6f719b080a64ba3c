import { answersSchema, type Answers } from '#shared/contract/answers.ts';
import type { ListRow } from '#shared/contract/lists.ts';
import { flattenAnswers } from '#shared/rules/answer-changes.ts';
import { jsonOf, numberOf, textOf, textOrNullOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { SYNC_STATE, toListRow } from '../list-rows.ts';

/** One registration as the exports see it: what the list shows, and every answer of its last version. */
export interface ExportRow extends ListRow {
  campaignId: string;
  examYear: number;
  statusReason: string | null;
  answers: Answers;
  /** The same, by dotted path. */
  values: ReadonlyMap<string, unknown>;
}

export function exportRowsOf(
  database: ReadableDatabase,
  reference: Reference,
  rowIds: readonly number[],
): ExportRow[] {
  return database
    .all(
      `SELECT r.*, ${opened('registration', 'r')}, c.candidate_number, ${opened('registration_version', 'v')}, ${SYNC_STATE} AS sync_state
       FROM json_each(?) page
       JOIN registration r ON r.rowid = page.value
       JOIN candidate c ON c.id = r.candidate_id
       JOIN registration_version v ON v.registration_id = r.id AND v.version = r.version
       ORDER BY page.key`,
      JSON.stringify(rowIds),
    )
    .map((row) => {
      const answers = jsonOf(row, 'answers', answersSchema);
      return {
        ...toListRow(row, reference),
        campaignId: textOf(row, 'campaign_id'),
        examYear: numberOf(row, 'exam_year'),
        statusReason: textOrNullOf(row, 'status_reason'),
        answers,
        values: flattenAnswers(answers),
      };
    });
}
