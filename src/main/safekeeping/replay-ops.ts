import { opSchema, type Op } from '#shared/protocol/op.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import { endProposed } from '#main/domains/conflicts/index.ts';
import { rebuildCandidates, rebuildFromOps, setStatus } from '#main/domains/registrations/index.ts';

/**
 * What the signed ops still tell is written again: registrations, versions and ends whose rows are gone. Returns the numbers of the
 * registrations that were touched.
 */
export function replayOps(database: WritableDatabase): string[] {
  const touched: string[] = [];
  rebuildCandidates(database);
  for (const recordId of incompleteRecords(database)) {
    const ops = opsOf(database, recordId);
    const number = ops[0]?.registrationNumber;
    if (number === undefined || !database.transaction(() => rebuildFromOps(database, ops))) continue;
    touched.push(number);
    const end = ops
      .flatMap((op) => (op.kind === 'cancel' ? [{ op, ...endProposed(op.changes) }] : []))
      .at(-1);
    if (end?.end) setStatus(database, recordId, end.end, end.op.capturedAtMs, end.reason ?? null);
  }
  return touched;
}

/** Records of which an op names a version that is not there, or no registration at all. */
function incompleteRecords(database: ReadableDatabase): string[] {
  return database
    .all(
      `SELECT DISTINCT o.record_id FROM outbox_op o JOIN outbox_text t USING (op_id)
       WHERE o.kind IN ('create', 'amend') AND (
         NOT EXISTS (SELECT 1 FROM registration r WHERE r.id = o.record_id AND r.version >= unsealed(t.canonical, o.op_id) ->> '$.version')
         OR NOT EXISTS (SELECT 1 FROM registration_version v
           WHERE v.registration_id = o.record_id AND v.version = unsealed(t.canonical, o.op_id) ->> '$.version'))`,
    )
    .map((row) => textOf(row, 'record_id'));
}

function opsOf(database: ReadableDatabase, recordId: string): Op[] {
  return database
    .all(
      `SELECT ${opened('outbox_text')} FROM outbox_op JOIN outbox_text USING (op_id) WHERE record_id = ? ORDER BY station_seq`,
      recordId,
    )
    .flatMap((row) => opSchema.safeParse(JSON.parse(textOf(row, 'canonical'))).data ?? []);
}

/**
 * Registrations that point at a version that is gone and that no op can tell again: they go back to their newest version. One without
 * any is dropped; the centre may give it back. Returns the numbers of both.
 */
export function settleHeads(database: WritableDatabase): { older: string[]; gone: string[] } {
  const rows = database.all(
    `SELECT r.id, r.registration_number, (SELECT max(version) FROM registration_version WHERE registration_id = r.id) AS newest
     FROM registration r WHERE NOT EXISTS (
       SELECT 1 FROM registration_version v WHERE v.registration_id = r.id AND v.version = r.version)`,
  );
  const older: string[] = [];
  const gone: string[] = [];
  for (const row of rows) {
    const [id, number] = [textOf(row, 'id'), textOf(row, 'registration_number')];
    if (row['newest'] === null) {
      database.run('DELETE FROM registration WHERE id = ?', id);
      gone.push(number);
    } else {
      database.run('UPDATE registration SET version = ? WHERE id = ?', numberOf(row, 'newest'), id);
      older.push(number);
    }
  }
  return { older, gone };
}
