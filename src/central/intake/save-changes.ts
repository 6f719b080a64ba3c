import type { Sql } from '../postgres/database.ts';
import { insertRows } from '../postgres/insert-rows.ts';
import type { IntakeView } from './intake-view.ts';

/** What other counters will read, and the proposals that wait for a person. */
export async function saveChanges(sql: Sql, { changes }: IntakeView): Promise<void> {
  await insertRows(
    sql,
    'change',
    changes.applied.flatMap(({ op, verdict, resultVersion, academyCode }) =>
      academyCode === null
        ? []
        : {
            op_id: op.opId,
            station_id: op.stationId,
            record_id: op.recordId,
            academy_code: academyCode,
            verdict,
            result_version: resultVersion,
          },
    ),
  );
  await insertRows(
    sql,
    'conflict',
    changes.held.map(({ op, reason, paths, atVersion }) => ({
      op_id: op.opId,
      record_id: op.recordId,
      reason,
      paths: JSON.stringify(paths),
      at_version: atVersion,
    })),
  );
  await insertRows(
    sql,
    'proposal_anew',
    changes.proposedAnew.map(({ opId, proposal }) => ({ op_id: opId, proposal })),
  );
  for (const [opId, by] of changes.decided) {
    await sql.rows(
      `UPDATE conflict SET decided_by_op = $2, decided_ms = extract(epoch FROM now()) * 1000 WHERE op_id = $1`,
      [opId, by],
    );
  }
}
