import { listRowSchema, type ListRow } from '#shared/contract/lists.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row } from '#main/database/types.ts';
import type { Reference } from '#main/domains/reference/index.ts';

/** The worst state of the file's ops; `received` when it has none, as after a purge of the outbox. */
export const SYNC_STATE = `CASE
  WHEN EXISTS (SELECT 1 FROM outbox_op o WHERE o.state = 'refused' AND o.record_id = r.id) THEN 'refused'
  WHEN EXISTS (SELECT 1 FROM outbox_op o WHERE o.state = 'pending' AND o.record_id = r.id) THEN 'pending'
  ELSE 'acknowledged' END`;

/** Rows to show, in the order of their ids. */
export function rowsOf(
  database: ReadableDatabase,
  reference: Reference,
  rowIds: readonly number[],
): ListRow[] {
  return database
    .all(
      `SELECT r.*, c.candidate_number, ${SYNC_STATE} AS sync_state FROM json_each(?) page
       JOIN registration r ON r.rowid = page.value JOIN candidate c ON c.id = r.candidate_id ORDER BY page.key`,
      JSON.stringify(rowIds),
    )
    .map((row) => toListRow(row, reference));
}

export function toListRow(row: Row, reference: Reference): ListRow {
  const specialtyCode = textOf(row, 'specialty_code');
  return listRowSchema.parse({
    registrationNumber: row['registration_number'],
    candidateNumber: row['candidate_number'],
    version: row['version'],
    birthName: row['birth_name'],
    usageName: row['usage_name'],
    givenNames: row['given_names'],
    birthDate: row['birth_date'],
    exam: row['exam'],
    specialtyCode,
    specialtyLabel: reference.findSpecialty(specialtyCode)?.label ?? specialtyCode,
    category: row['category'],
    status: row['status'],
    locked: numberOf(row, 'locked') === 1,
    isOnHold: row['hold_reason'] !== null,
    clerk: row['created_by'],
    registeredAtMs: row['created_at_ms'],
    syncState: row['sync_state'],
  });
}
