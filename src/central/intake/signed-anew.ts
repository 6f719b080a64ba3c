import { z } from 'zod';
import { opSchema, type Op } from '#shared/protocol/op.ts';
import { VERDICT_REASONS } from '#shared/protocol/verdict.ts';
import { canonicalText } from '../canonical.ts';
import { lineOf } from '../enrolment/succeed.ts';
import type { Sql } from '../postgres/database.ts';
import type { IntakeView, Outcome, TakenBefore } from './intake-view.ts';

const takenRow = z.object({
  canonical: z.string(),
  verdict: z.enum(['accepted', 'merged']),
  reason: z.enum(VERDICT_REASONS).nullable(),
});

/**
 * Of these ops of a station that took another's place, those whose act the centre had already taken from the former identity, by their id.
 * A station attached again signs anew all that it has no answer to; its last answer may have been lost, or lie on a key.
 */
export async function loadTakenBefore(
  sql: Sql,
  stationId: string,
  ops: readonly Op[],
): Promise<Map<string, TakenBefore>> {
  const rows = await sql.rows(
    `${lineOf('$1')} SELECT canonical, reason, verdict FROM op
     WHERE record_id = ANY($2::uuid[]) AND verdict IN ('accepted', 'merged')
       AND station_id IN (SELECT station_id FROM line WHERE station_id <> $1)`,
    [stationId, [...new Set(ops.map(({ recordId }) => recordId))]],
  );
  const taken = new Map(
    rows.map((row) => {
      const { canonical, ...outcome } = takenRow.parse(row);
      const former = opSchema.parse(JSON.parse(canonical));
      return [actOf(former), { opId: former.opId, ...outcome }];
    }),
  );
  return new Map(
    ops.flatMap((op) => {
      const before = op.stationId === stationId ? taken.get(actOf(op)) : undefined;
      return before ? [[op.opId, before] as const] : [];
    }),
  );
}

/** What was done, when and by whom: all of an op but its place in a chain. */
function actOf(op: Op): string {
  const { recordId, registrationNumber, candidateNumber, kind, version, changes, blobs } = op;
  const { agent, capturedAtMs, monotonicMs, resolves = null } = op;
  const act = { recordId, registrationNumber, candidateNumber, kind, version, changes, blobs };
  return canonicalText({ ...act, agent, capturedAtMs, monotonicMs, resolves });
}

/** The same act twice changes nothing, and is answered as the first time. What comes after it in its new chain builds on it. */
export function answeredBefore(view: IntakeView, op: Op): Outcome | undefined {
  const before = view.takenBefore.get(op.opId);
  const record = view.records.get(op.recordId);
  if (!before || !record) return undefined;
  if (record.lastOpId === before.opId) {
    view.records.set(op.recordId, { ...record, lastOpId: op.opId });
    view.changes.updatedRecords.add(op.recordId);
  }
  return { verdict: before.verdict, reason: before.reason };
}
