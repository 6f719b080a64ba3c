import { z } from 'zod';
import { opSchema, type Op } from '#shared/protocol/op.ts';
import type { Sql } from '../postgres/database.ts';
import type { AppliedOp, IntakeView, KnownOp, RecordVersion } from './intake-view.ts';

const appliedRow = z.object({ record_id: z.string(), result_version: z.number(), canonical: z.string() });
const openRow = z.object({ record_id: z.string(), op_id: z.string() });

/**
 * What was done to registrations that an op may not have seen the last state of, and what waits there for a person. Read only
 * for those: a station that works alone on its files, as nearly all do, costs nothing here.
 */
export async function loadPast(
  sql: Sql,
  ops: readonly Op[],
  records: readonly RecordVersion[],
  { known, takenBefore }: { known: readonly KnownOp[]; takenBefore: IntakeView['takenBefore'] },
): Promise<Pick<IntakeView, 'history' | 'openConflicts'>> {
  const lastOps = new Map(records.map(({ recordId, lastOpId }) => [recordId, lastOpId]));
  // What was taken before may have been followed by others since.
  const here = new Set(ops.map(({ opId }) => opId).filter((opId) => !takenBefore.has(opId)));
  // What follows an op that was united (`merged`) may still not know what it was united with.
  const accepted = new Set(known.filter(({ verdict }) => verdict === 'accepted').map(({ opId }) => opId));
  const followsKnown = ({ recordId, parentOp }: Op) =>
    parentOp !== null &&
    (here.has(parentOp) || (lastOps.get(recordId) === parentOp && accepted.has(parentOp)));
  const apart = ops.filter((op) => lastOps.has(op.recordId) && !followsKnown(op));
  const deciding = ops.filter(({ kind }) => kind === 'resolve');
  return {
    history: await loadHistory(sql, idsOf(apart)),
    openConflicts: await loadOpen(sql, idsOf(deciding)),
  };
}

function idsOf(ops: readonly Op[]): string[] {
  return [...new Set(ops.map(({ recordId }) => recordId))];
}

async function loadHistory(sql: Sql, recordIds: string[]): Promise<IntakeView['history']> {
  const history = new Map<string, AppliedOp[]>();
  if (recordIds.length === 0) return history;
  const rows = await sql.rows(
    `SELECT c.record_id, c.result_version, o.canonical FROM change c JOIN op o USING (op_id)
     WHERE c.record_id = ANY($1::uuid[]) AND c.verdict IN ('accepted', 'merged') ORDER BY c.change_seq`,
    [recordIds],
  );
  for (const row of rows) {
    const { record_id, result_version, canonical } = appliedRow.parse(row);
    const { opId, stationId, kind, changes } = opSchema.parse(JSON.parse(canonical));
    const applied = { opId, stationId, kind, changes, resultVersion: result_version };
    history.set(record_id, [...(history.get(record_id) ?? []), applied]);
  }
  return history;
}

async function loadOpen(sql: Sql, recordIds: string[]): Promise<IntakeView['openConflicts']> {
  const open = new Map<string, Set<string>>();
  if (recordIds.length === 0) return open;
  const rows = await sql.rows(
    'SELECT record_id, op_id FROM conflict WHERE record_id = ANY($1::uuid[]) AND decided_by_op IS NULL FOR UPDATE',
    [recordIds],
  );
  for (const row of rows) {
    const { record_id, op_id } = openRow.parse(row);
    open.set(record_id, (open.get(record_id) ?? new Set()).add(op_id));
  }
  return open;
}
