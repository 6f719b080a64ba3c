import { assertNever } from '#shared/assert-never.ts';
import type { Verdict, VerdictReason } from '#shared/protocol/verdict.ts';
import { applyOp } from './apply-op.ts';
import { checkNumbers } from './check-numbers.ts';
import type { IntakeView, KnownOp, Outcome } from './intake-view.ts';
import { keep, release, setAside, suspend } from './keep-outcome.ts';
import { placeInChain } from './place-in-chain.ts';
import type { RefusedLine } from './examine-line.ts';
import type { AuthenticOp } from './read-lines.ts';
import { answeredBefore } from './signed-anew.ts';

interface Answer {
  verdict: Verdict;
  reason: string | null;
}

/** Refusals that an honest station never earns. */
const ALARMS: readonly VerdictReason[] = [
  'foreign-block',
  'number-taken',
  'number-differs',
  'training-mismatch',
];

const OUTSIDE_WINDOW: Outcome = { verdict: 'quarantined', reason: 'outside-window' };

/** Decides one authentic op and what it releases. Touches nothing but `view`, which then says what to write. */
export function judge(view: IntakeView, item: AuthenticOp): Answer {
  const { op, sha256 } = item;
  const known = view.knownById.get(op.opId);
  if (known)
    return known.sha256 === sha256 ? verdictAgain(known) : setAside(view, item, 'id_reuse', 'op-id-reused');
  if (view.setApart.has(sha256)) return admit(view, item);
  if (view.knownBySeq.has(op.stationSeq)) return setAside(view, item, 'id_reuse', 'sequence-reused');
  if (view.station.suspendedFor !== null) {
    view.changes.quarantined.push({ item, reason: 'station-suspended' });
    return { verdict: 'quarantined', reason: 'station-suspended' };
  }
  const place = placeInChain(view, item);
  switch (place) {
    case 'next':
      return advance(view, item);
    case 'fillsHole':
      return fillHole(view, item);
    case 'ahead':
      return keep(view, item, { verdict: 'held_missing_parent', reason: 'sequence-gap' });
    case 'broken':
      return setAside(view, item, 'quarantined', 'chain-broken');
    case 'reused':
      return setAside(view, item, 'id_reuse', 'sequence-reused');
    default:
      return assertNever(place);
  }
}

/**
 * A line nobody can vouch for. When it claims the very next place, the chain steps over it: one bad op never blocks the
 * others, and its true content is still welcome later (`fillsHole`).
 */
export function refuse(view: IntakeView, line: RefusedLine): Answer {
  view.changes.events.push({ code: line.reason, opSha256: line.sha256 });
  if (view.station.suspendedFor === null && line.claimedSeq === view.station.headSeq + 1) {
    view.station.headSeq = line.claimedSeq;
    view.station.headHash = null;
    releaseChain(view);
  }
  return { verdict: 'rejected', reason: line.reason };
}

function advance(view: IntakeView, item: AuthenticOp): Outcome {
  const outcome = takeUp(view, item);
  moveHead(view, item);
  releaseChain(view);
  return outcome;
}

/** Its place was proven when it was set apart: only a person's word was missing. */
function admit(view: IntakeView, item: AuthenticOp): Outcome {
  return view.isAdmission ? keep(view, item, decide(view, item)) : OUTSIDE_WINDOW;
}

/**
 * A registration made outside its window is set apart for a person, who may admit it; its place in the chain is taken, so that what
 * follows goes on. One made in time and sent late is received, and says so.
 */
function takeUp(view: IntakeView, item: AuthenticOp): Outcome {
  const before = view.takenBefore.get(item.op.opId)?.verdict ?? 'held_missing_parent';
  const timeliness = before === 'held_missing_parent' ? view.timelinessOf(item.op) : 'inTime';
  if (timeliness === 'madeOutside') {
    view.changes.quarantined.push({ item, reason: 'outside-window' });
    return OUTSIDE_WINDOW;
  }
  const outcome = decide(view, item);
  const isFlagged = timeliness === 'sentLate' && outcome.verdict === 'accepted';
  return keep(view, item, isFlagged ? { ...outcome, reason: 'sent-late' } : outcome);
}

/** Takes up what waited for its turn in the chain. */
function releaseChain(view: IntakeView): void {
  for (
    let next = waitingAt(view, view.station.headSeq + 1);
    next;
    next = waitingAt(view, view.station.headSeq + 1)
  ) {
    if (placeInChain(view, next) === 'broken') {
      suspend(view, next, 'chain-broken');
      release(view, next, { verdict: 'quarantined', reason: 'chain-broken' });
      return;
    }
    moveHead(view, next);
    release(view, next, decide(view, next));
  }
}

/** The op after a hole vouches for its content; that content may vouch for the one before. */
function fillHole(view: IntakeView, item: AuthenticOp): Outcome {
  const outcome = keep(view, item, decide(view, item));
  let vouching = item;
  for (
    let earlier = waitingAt(view, item.op.stationSeq - 1);
    earlier;
    earlier = waitingAt(view, vouching.op.stationSeq - 1)
  ) {
    if (earlier.sha256 !== vouching.op.previousHash) return outcome;
    release(view, earlier, decide(view, earlier));
    vouching = earlier;
  }
  return outcome;
}

function waitingAt(view: IntakeView, stationSeq: number): AuthenticOp | undefined {
  return [...view.held.values()].find(
    ({ op, reason }) =>
      reason === 'sequence-gap' && op.stationSeq === stationSeq && op.stationId === view.station.stationId,
  );
}

function moveHead(view: IntakeView, item: AuthenticOp): void {
  view.station.headSeq = item.op.stationSeq;
  view.station.headHash = item.sha256;
  view.station.lastCapturedMs = item.op.capturedAtMs;
}

function decide(view: IntakeView, item: AuthenticOp): Outcome {
  const outcome = answeredBefore(view, item.op) ?? checkNumbers(view, item.op) ?? applyOp(view, item.op);
  if (outcome.reason && ALARMS.includes(outcome.reason)) {
    view.changes.events.push({ code: outcome.reason, opSha256: item.sha256 });
  }
  if (outcome.verdict !== 'held_missing_parent') releaseRecord(view, item.op.recordId);
  return outcome;
}

/** Takes up what waited for this registration, oldest version first. */
function releaseRecord(view: IntakeView, recordId: string): void {
  const waiting = [...view.held.values()]
    .filter(({ op, reason }) => op.recordId === recordId && reason !== 'sequence-gap')
    .sort((a, b) => a.op.version - b.op.version || a.op.stationSeq - b.op.stationSeq);
  for (const item of waiting) release(view, item, applyOp(view, item.op));
}

function verdictAgain(known: KnownOp): Answer {
  return { verdict: known.verdict === 'accepted' ? 'duplicate' : known.verdict, reason: known.reason };
}
