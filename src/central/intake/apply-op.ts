import { assertNever } from '#shared/assert-never.ts';
import type { Op } from '#shared/protocol/op.ts';
import { applyChanges } from './apply-changes.ts';
import type { IntakeView, Outcome, RecordVersion } from './intake-view.ts';

const ACCEPTED: Outcome = { verdict: 'accepted', reason: null };

/** Applies one op to its registration, or says why not. Order comes from versions, never from a clock. */
export function applyOp(view: IntakeView, op: Op): Outcome {
  switch (op.kind) {
    case 'create':
      return create(view, op);
    case 'amend':
    case 'attach':
    case 'cancel':
      return follow(view, op, op.kind);
    case 'resolve':
      return { verdict: 'quarantined', reason: 'resolve-unsupported' };
    default:
      return assertNever(op.kind);
  }
}

function create(view: IntakeView, op: Op): Outcome {
  if (op.version !== 1) return { verdict: 'rejected', reason: 'first-version-expected' };
  if (view.records.has(op.recordId)) return { verdict: 'conflict', reason: 'record-exists' };
  if (view.recordByNumber.has(op.registrationNumber))
    return { verdict: 'quarantined', reason: 'number-taken' };
  const applied = applyChanges(new Map(), op.changes);
  if ('reason' in applied) return { verdict: 'rejected', reason: applied.reason };
  const { recordId, registrationNumber, candidateNumber, opId } = op;
  view.records.set(recordId, {
    recordId,
    registrationNumber,
    candidateNumber,
    version: 1,
    cancelled: false,
    answers: applied.answers,
    lastOpId: opId,
  });
  view.recordByNumber.set(registrationNumber, recordId);
  view.changes.createdRecords.add(recordId);
  return ACCEPTED;
}

function follow(view: IntakeView, op: Op, kind: 'amend' | 'attach' | 'cancel'): Outcome {
  const record = view.records.get(op.recordId);
  if (!record) return { verdict: 'held_missing_parent', reason: 'record-unknown' };
  if (record.registrationNumber !== op.registrationNumber)
    return { verdict: 'rejected', reason: 'number-differs' };
  if (record.cancelled) return { verdict: 'conflict', reason: 'record-cancelled' };
  const expected = kind === 'amend' ? record.version + 1 : record.version;
  if (op.version > expected) return { verdict: 'held_missing_parent', reason: 'version-gap' };
  // A scan pins the version it shows, which may no longer be the last.
  if (kind === 'attach') return ACCEPTED;
  if (op.version < expected) return { verdict: 'conflict', reason: 'version-taken' };
  return kind === 'cancel' ? replace(view, op, { ...record, cancelled: true }) : amend(view, op, record);
}

function amend(view: IntakeView, op: Op, record: RecordVersion): Outcome {
  const applied = applyChanges(record.answers, op.changes);
  if ('reason' in applied)
    return { verdict: applied.reason === 'bad-path' ? 'rejected' : 'conflict', reason: applied.reason };
  return replace(view, op, { ...record, version: op.version, answers: applied.answers });
}

function replace(view: IntakeView, op: Op, record: RecordVersion): Outcome {
  view.records.set(record.recordId, { ...record, lastOpId: op.opId });
  if (!view.changes.createdRecords.has(record.recordId)) view.changes.updatedRecords.add(record.recordId);
  return ACCEPTED;
}
