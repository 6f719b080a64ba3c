import type { Verdict, VerdictReason } from '#shared/protocol/verdict.ts';
import type { HeldOp, IntakeView, Outcome } from './intake-view.ts';
import type { AuthenticOp } from './read-lines.ts';

/** Notes an op received now, whatever was decided of it: it is the centre's from here on. */
export function keep(view: IntakeView, item: AuthenticOp, outcome: Outcome): Outcome {
  const { op, sha256 } = item;
  const { opId, stationId, stationSeq, previousHash } = op;
  const { receiptId } = view.changes;
  const known = { opId, stationId, stationSeq, previousHash, sha256, receiptId, ...outcome };
  view.knownById.set(opId, known);
  view.knownBySeq.set(stationSeq, known);
  view.changes.received.push({ item, outcome });
  if (outcome.verdict === 'held_missing_parent') view.held.set(opId, waiting(view, item, outcome));
  return outcome;
}

/** Notes what became of an op that waited, received now or earlier. */
export function release(view: IntakeView, item: AuthenticOp, outcome: Outcome): void {
  const { opId } = item.op;
  if (outcome.verdict === 'held_missing_parent') view.held.set(opId, waiting(view, item, outcome));
  else view.held.delete(opId);
  const known = view.knownById.get(opId);
  if (known) Object.assign(known, outcome);
  const received = view.changes.received.find((entry) => entry.item.op.opId === opId);
  if (received) received.outcome = outcome;
  else view.changes.released.set(opId, outcome);
}

function waiting({ station, held }: IntakeView, item: AuthenticOp, { reason }: Outcome): HeldOp {
  const academyCode = held.get(item.op.opId)?.academyCode ?? station.academyCode;
  return { ...item, reason, academyCode };
}

/** The station's history has two forms: it is suspended until a person looks. */
export function suspend(view: IntakeView, item: AuthenticOp, reason: VerdictReason): void {
  view.changes.events.push({ code: reason, opSha256: item.sha256 });
  view.station.suspendedFor ??= reason;
}

/** Content that contradicts what is kept goes aside whole, and suspends its station. */
export function setAside(
  view: IntakeView,
  item: AuthenticOp,
  verdict: Verdict,
  reason: VerdictReason,
): Outcome {
  suspend(view, item, reason);
  view.changes.quarantined.push({ item, reason });
  return { verdict, reason };
}
