import { z } from 'zod';
import { opSchema, type Op } from '#shared/protocol/op.ts';
import { VERDICT_REASONS, verdictSchema } from '#shared/protocol/verdict.ts';
import { canonicalText } from '../canonical.ts';
import { lineOf } from '../enrolment/succeed.ts';
import type { Sql } from '../postgres/database.ts';
import type { IntakeView, Outcome, TakenBefore } from './intake-view.ts';
import { release } from './keep-outcome.ts';

const opRow = z.object({
  op_id: z.string(),
  station_id: z.string(),
  canonical: z.string(),
  verdict: verdictSchema,
  reason: z.enum(VERDICT_REASONS).nullable(),
  proposal: z.string().nullable(),
  decided: z.boolean(),
});

/** What a station signed anew, of what the centre had from those whose place it took. */
export interface SignedAnew {
  /** By the id of the new op: what was received, the newest last, and what was decided of it. */
  takenBefore: IntakeView['takenBefore'];
  /** Ops of those before it that are its own acts, said again now or earlier: another's change is none of them. */
  ownBefore: IntakeView['ownBefore'];
}

/**
 * A station attached again signs anew all that it has no answer to; its last answer may have been lost, or lie on a key. What was taken
 * counts before what waits for a person, and that before what waits for another op.
 */
export async function loadSignedAnew(sql: Sql, stationId: string, ops: readonly Op[]): Promise<SignedAnew> {
  const rows = await sql.rows(
    `${lineOf('$1')} SELECT o.op_id, station_id, canonical, verdict, o.reason, k.op_id AS proposal, k.decided_by_op IS NOT NULL AS decided
     FROM op o JOIN line USING (station_id) LEFT JOIN proposal_anew a ON a.op_id = o.op_id
       LEFT JOIN conflict k ON k.op_id = coalesce(a.proposal, o.op_id)
     WHERE o.record_id = ANY($2::uuid[]) AND verdict IN ('accepted', 'merged', 'conflict', 'held_missing_parent')
     ORDER BY array_position(ARRAY['held_missing_parent', 'conflict'], verdict) NULLS LAST, server_seq`,
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
        const proposal = last.proposal === null ? null : { opId: last.proposal, isDecided: last.decided };
        return [[opId, { opIds: former.map((op) => op.op_id), verdict, reason, proposal }] as const];
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
  const fate = before && fateOf(view, before);
  const record = view.records.get(op.recordId);
  if (!fate || !record) return undefined;
  if (before.opIds.includes(record.lastOpId)) {
    view.records.set(op.recordId, { ...record, lastOpId: op.opId });
    view.changes.updatedRecords.add(op.recordId);
  }
  if (fate.proposal?.isDecided) return DECIDED;
  if (fate.proposal) view.changes.proposedAnew.push({ opId: op.opId, proposal: fate.proposal.opId });
  return { verdict: fate.verdict, reason: fate.reason };
}

/** What a person made of a proposal stands in the file, where its station reads it: nothing waits any more. */
const DECIDED: Outcome = { verdict: 'merged', reason: null };
/** Of an op that waited for another, and that its station said again. */
const SAID_AGAIN: Outcome = { verdict: 'duplicate', reason: null };

/** Undefined for what waited for another op and now waits under its new name alone, or would be applied under both. */
function fateOf(view: IntakeView, before: TakenBefore): TakenBefore | undefined {
  if (before.verdict !== 'held_missing_parent') return before;
  for (const opId of before.opIds) {
    const waiting = view.held.get(opId);
    const released = view.changes.released.get(opId);
    if (waiting) release(view, waiting, SAID_AGAIN);
    // What it waited for came in this very request.
    else if (released && released !== SAID_AGAIN)
      return { ...before, ...released, proposal: proposalOf(opId, released) };
  }
  return undefined;
}

function proposalOf(opId: string, { verdict }: Outcome): TakenBefore['proposal'] {
  return verdict === 'conflict' ? { opId, isDecided: false } : null;
}
