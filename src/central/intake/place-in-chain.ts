import type { IntakeView } from './intake-view.ts';
import type { AuthenticOp } from './read-lines.ts';

/**
 * Where an unknown op stands in its station's chain. `ahead`: something before it is missing. `fillsHole`: its place was
 * refused unread earlier, and the op after it vouches for this content. `broken`, `reused`: the station's history has two
 * forms, as after a cloned disk or a restored snapshot.
 */
export type ChainPlace = 'next' | 'ahead' | 'fillsHole' | 'broken' | 'reused';

export function placeInChain(view: IntakeView, { op, sha256 }: AuthenticOp): ChainPlace {
  const { headSeq, headHash } = view.station;
  if (op.stationSeq > headSeq + 1) return 'ahead';
  if (op.stationSeq === headSeq + 1) {
    return headHash === null || op.previousHash === headHash ? 'next' : 'broken';
  }
  // The head was set apart, and this is another in its place.
  if (op.stationSeq === headSeq && headHash !== null) return 'reused';
  const successor = view.knownBySeq.get(op.stationSeq + 1);
  if (!successor) return 'ahead';
  return successor.previousHash === sha256 ? 'fillsHole' : 'reused';
}
