import type { Op } from '#shared/protocol/op.ts';
import { blockOf, hasMod97Key } from '#shared/rules/registration-number.ts';
import type { IntakeView, Outcome } from './intake-view.ts';

/** Whether this station may give this number at all. Undefined: nothing against it. */
export function checkNumbers(view: IntakeView, op: Op): Outcome | undefined {
  if (op.training !== view.training) return { verdict: 'rejected', reason: 'training-mismatch' };
  if (!hasMod97Key(op.registrationNumber) || !hasMod97Key(op.candidateNumber)) {
    return { verdict: 'rejected', reason: 'bad-number-key' };
  }
  // A file of another counter: whether this one may touch it is asked of the registration itself.
  if (op.kind !== 'create') return undefined;
  const block = blockOf(op.registrationNumber);
  if (view.station.blocks.has(block)) return undefined;
  if (view.station.contestedBlocks.has(block)) return { verdict: 'quarantined', reason: 'contested-block' };
  return { verdict: 'rejected', reason: 'foreign-block' };
}
