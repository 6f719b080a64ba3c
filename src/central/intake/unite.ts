import { conflictGroupOf } from '#shared/rules/conflict-groups.ts';
import type { FieldChange } from '#shared/contract/registrations.ts';
import type { Op } from '#shared/protocol/op.ts';
import type { VerdictReason } from '#shared/protocol/verdict.ts';
import { canonicalText } from '../canonical.ts';
import type { FlatAnswers } from './flat-answers.ts';
import type { AppliedOp, IntakeView, RecordVersion } from './intake-view.ts';

const PATH = /^[A-Za-z0-9_-]{1,60}(\.[A-Za-z0-9_-]{1,60}){0,5}$/;
/** Facts of the file (a return, a piece, its end): they are no answers. */
const FILE_FACTS = 'file.';

/** What other stations did to the registration after the version that this op had seen. Never decided by a clock. */
export function unseenBy(view: IntakeView, op: Op, record: RecordVersion): AppliedOp[] {
  if (op.parentOp === record.lastOpId && view.knownById.get(op.parentOp)?.verdict === 'accepted') return [];
  const seen = op.baseVersion ?? 0;
  // Of a station attached again, its own acts under another name; not of the others, whose ops may be waiting here.
  const isOwn = (opId: string) => op.stationId === view.station.stationId && view.ownBefore.has(opId);
  return (view.history.get(op.recordId) ?? []).filter(
    ({ opId, stationId, resultVersion, changes }) =>
      stationId !== op.stationId && !isOwn(opId) && resultVersion > seen && changes.some(isAnswer),
  );
}

export type United =
  | { answers: FlatAnswers; isSame: boolean }
  | { rejected: VerdictReason }
  | { contested: string[]; reason: VerdictReason };

/**
 * Three-way, field by field: what this op changes, what others changed meanwhile, what the centre holds. The same value twice is no
 * contradiction. Another value for a field that others touched, or a field of a group that others touched, waits for a person,
 * with the whole op: nothing is written over, nothing is applied by half.
 */
export function unite(
  answers: FlatAnswers,
  changes: readonly FieldChange[],
  unseen: readonly AppliedOp[],
): United {
  const theirs = unseen.flatMap(({ changes: made }) => made.filter(isAnswer).map(({ path }) => path));
  const touched = new Set(theirs);
  const groups = new Set(theirs.map(conflictGroupOf));
  const next = new Map(answers);
  const contested: string[] = [];
  let isSame = true;
  let reason: VerdictReason = 'group-differs';
  for (const { path, before, after } of changes.filter(isAnswer)) {
    if (!PATH.test(path)) return { rejected: 'bad-path' };
    const current = answers.get(path) ?? null;
    if (same(current, after)) continue;
    const group = groups.size > 0 ? conflictGroupOf(path) : undefined;
    const isOverwriting = touched.has(path) || !same(current, before);
    if (isOverwriting) reason = 'value-differs';
    if (isOverwriting || (group !== undefined && groups.has(group))) {
      contested.push(path);
      continue;
    }
    isSame = false;
    if (after === null) next.delete(path);
    else next.set(path, after);
  }
  return contested.length > 0 ? { contested, reason } : { answers: next, isSame };
}

function isAnswer({ path }: FieldChange): boolean {
  return !path.startsWith(FILE_FACTS);
}

function same(a: unknown, b: unknown): boolean {
  if (!isComposed(a) || !isComposed(b)) return a === b;
  return canonicalText(a) === canonicalText(b);
}

/** A list or an object, which may be written in several ways. */
function isComposed(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
