import { assertNever } from '#shared/assert-never.ts';
import type { Op } from '#shared/protocol/op.ts';
import type { VerdictReason } from '#shared/protocol/verdict.ts';
import type { AppliedOp, IntakeView, Outcome, RecordVersion } from './intake-view.ts';
import { unite, unseenBy } from './unite.ts';

type FollowingKind = Exclude<Op['kind'], 'create'>;

/** Applies one op to its registration, or says why not. Order comes from what each station had seen, never from a clock. */
export function applyOp(view: IntakeView, op: Op): Outcome {
  return op.kind === 'create' ? create(view, op) : follow(view, op, op.kind);
}

function create(view: IntakeView, op: Op): Outcome {
  if (op.version !== 1) return { verdict: 'rejected', reason: 'first-version-expected' };
  if (view.records.has(op.recordId)) return { verdict: 'conflict', reason: 'record-exists' };
  if (view.recordByNumber.has(op.registrationNumber))
    return { verdict: 'quarantined', reason: 'number-taken' };
  const first = unite(new Map(), op.changes, []);
  if ('rejected' in first) return { verdict: 'rejected', reason: first.rejected };
  if ('contested' in first) return { verdict: 'conflict', reason: first.reason };
  const { recordId, registrationNumber, candidateNumber } = op;
  view.recordByNumber.set(registrationNumber, recordId);
  view.changes.createdRecords.add(recordId);
  return apply(view, op, [], {
    recordId,
    registrationNumber,
    candidateNumber,
    version: 1,
    cancelled: false,
    answers: first.answers,
    academyCode: view.station.academyCode,
    lastOpId: op.opId,
  });
}

function follow(view: IntakeView, op: Op, kind: FollowingKind): Outcome {
  const record = view.records.get(op.recordId);
  if (!record) return { verdict: 'held_missing_parent', reason: 'record-unknown' };
  if (record.registrationNumber !== op.registrationNumber)
    return { verdict: 'rejected', reason: 'number-differs' };
  if (!mayTouch(view, op, record)) return { verdict: 'rejected', reason: 'other-academy' };
  if (isAhead(view, op, record)) return { verdict: 'held_missing_parent', reason: 'version-gap' };
  const unseen = unseenBy(view, op, record);
  switch (kind) {
    case 'attach':
      // A scan pins the version it shows, which may no longer be the last.
      return record.cancelled
        ? hold(view, op, record, 'record-cancelled')
        : apply(view, op, unseen, { ...record, lastOpId: op.opId });
    case 'cancel':
      return cancel(view, op, record, unseen);
    case 'amend':
      return amend(view, op, record, unseen);
    case 'resolve':
      return resolve(view, op, record, unseen);
    default:
      return assertNever(kind);
  }
}

/** Counters of one académie share their files. Of what is older than that rule, only the numbers say whose it is. */
function mayTouch({ station, held }: IntakeView, op: Op, { academyCode }: RecordVersion): boolean {
  if (station.isOffice || academyCode === null) return true;
  return academyCode === (held.get(op.opId)?.academyCode ?? station.academyCode);
}

/** It builds on an op that has not arrived: a version before it is missing. */
function isAhead(view: IntakeView, op: Op, record: RecordVersion): boolean {
  const next = op.kind === 'amend' ? record.version + 1 : record.version;
  if (op.version <= next) return false;
  const parent = op.parentOp === null ? undefined : view.knownById.get(op.parentOp);
  return parent === undefined || parent.verdict === 'held_missing_parent';
}

function cancel(view: IntakeView, op: Op, record: RecordVersion, unseen: readonly AppliedOp[]): Outcome {
  if (record.cancelled) return { verdict: 'merged', reason: null };
  if (unseen.length > 0) return hold(view, op, record, 'edited-meanwhile');
  return apply(view, op, unseen, { ...record, cancelled: true, lastOpId: op.opId });
}

function amend(view: IntakeView, op: Op, record: RecordVersion, unseen: readonly AppliedOp[]): Outcome {
  if (record.cancelled) return hold(view, op, record, 'record-cancelled');
  if (unseen.length === 0 && op.version <= record.version) return hold(view, op, record, 'version-taken');
  const united = unite(record.answers, op.changes, unseen);
  if ('rejected' in united) return { verdict: 'rejected', reason: united.rejected };
  if ('contested' in united) return hold(view, op, record, united.reason, united.contested);
  const version = united.isSame ? record.version : Math.max(record.version + 1, op.version);
  return apply(view, op, unseen, { ...record, version, answers: united.answers, lastOpId: op.opId });
}

/** A person's decision on proposals that waited: ordinary changes, and the proposals wait no more. */
function resolve(view: IntakeView, op: Op, record: RecordVersion, unseen: readonly AppliedOp[]): Outcome {
  const open = view.openConflicts.get(op.recordId) ?? new Set();
  const decided = op.resolves ?? [];
  if (decided.length === 0 || decided.some((id) => !open.has(id)))
    return hold(view, op, record, 'already-decided');
  const united = unite(record.answers, op.changes, unseen);
  if ('rejected' in united) return { verdict: 'rejected', reason: united.rejected };
  if ('contested' in united) return hold(view, op, record, united.reason, united.contested);
  for (const id of decided) {
    open.delete(id);
    view.changes.decided.set(id, op.opId);
  }
  const version = united.isSame ? record.version : Math.max(record.version + 1, op.version);
  const cancelled = record.cancelled || op.changes.some(({ path }) => path === 'file.status');
  return apply(view, op, unseen, {
    ...record,
    version,
    cancelled,
    answers: united.answers,
    lastOpId: op.opId,
  });
}

/** `merged`: the station did not know all that it was applied to, so that it must look at the result. */
function apply(view: IntakeView, op: Op, unseen: readonly AppliedOp[], record: RecordVersion): Outcome {
  view.records.set(record.recordId, record);
  if (!view.changes.createdRecords.has(record.recordId)) view.changes.updatedRecords.add(record.recordId);
  const verdict = unseen.length > 0 ? 'merged' : 'accepted';
  view.changes.applied.push({
    op,
    verdict,
    resultVersion: record.version,
    academyCode: record.academyCode,
  });
  const { opId, stationId, kind, changes } = op;
  view.history.get(op.recordId)?.push({ opId, stationId, kind, changes, resultVersion: record.version });
  return { verdict, reason: null };
}

/** What the centre holds stays; the proposal is kept whole beside it, and both counters are told. */
function hold(
  view: IntakeView,
  op: Op,
  record: RecordVersion,
  reason: VerdictReason,
  paths: readonly string[] = [],
): Outcome {
  view.changes.held.push({ op, reason, paths, atVersion: record.version });
  view.changes.applied.push({
    op,
    verdict: 'conflict',
    resultVersion: record.version,
    academyCode: record.academyCode,
  });
  return { verdict: 'conflict', reason };
}
