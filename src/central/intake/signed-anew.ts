import { z } from 'zod';
import { opSchema, type Op } from '#shared/protocol/op.ts';
import { VERDICT_REASONS, verdictSchema } from '#shared/protocol/verdict.ts';
import { canonicalText } from '../canonical.ts';
import { lineOf } from '../enrolment/succeed.ts';
import type { Sql } from '../postgres/database.ts';
import type { IntakeView, Outcome } from './intake-view.ts';

const opRow = z.object({
  op_id: z.string(),
  station_id: z.string(),
  canonical: z.string(),
  verdict: verdictSchema,
  reason: z.enum(VERDICT_REASONS).nullable(),
});

/** What a station signed anew, of what the centre had taken from those whose place it took. */
export interface SignedAnew {
  /** By the id of the new op: what was taken, the newest last, and what was decided of it. */
  takenBefore: IntakeView['takenBefore'];
  /** Ops of those before it that are its own acts, said again now or earlier: another's change is none of them. */
  ownBefore: IntakeView['ownBefore'];
}

/**
 * A station attached again signs anew all that it has no answer to; its last answer may have been lost, or lie on a key. An act that waits
 * for a person is proposed again.
 */
export async function loadSignedAnew(sql: Sql, stationId: string, ops: readonly Op[]): Promise<SignedAnew> {
  const rows = await sql.rows(
    `${lineOf('$1')} SELECT op_id, station_id, canonical, verdict, reason FROM op JOIN line USING (station_id)
     WHERE record_id = ANY($2::uuid[]) AND verdict IN ('accepted', 'merged') ORDER BY server_seq`,
    [stationId, [...new Set(ops.map(({ recordId }) => recordId))]],
  );
  const stored = rows.map((row) => {
    const { canonical, ...known } = opRow.parse(row);
    return { ...known, act: actOf(opSchema.parse(JSON.parse(canonical))) };
  });
  const formerByAct = Map.groupBy(
    stored.filter(({ station_id }) => station_id !== stationId),
    ({ act }) => act,
  );
  const now = ops.filter((op) => op.stationId === stationId).map((op) => ({ opId: op.opId, act: actOf(op) }));
  const own = [...now, ...stored.filter(({ station_id }) => station_id === stationId)];
  return {
    takenBefore: new Map(
      now.flatMap(({ opId, act }) => {
        const former = formerByAct.get(act);
        const last = former?.at(-1);
        if (!former || !last) return [];
        const { verdict, reason } = last;
        return [[opId, { opIds: former.map((op) => op.op_id), verdict, reason }] as const];
      }),
    ),
    ownBefore: new Set(own.flatMap(({ act }) => formerByAct.get(act) ?? []).map((op) => op.op_id)),
  };
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
  if (before.opIds.includes(record.lastOpId)) {
    view.records.set(op.recordId, { ...record, lastOpId: op.opId });
    view.changes.updatedRecords.add(op.recordId);
  }
  return { verdict: before.verdict, reason: before.reason };
}
