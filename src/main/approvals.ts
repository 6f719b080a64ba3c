import type { Override } from '#shared/contract/registrations.ts';
import type { Agent } from '#shared/contract/station.ts';
import type { Clock } from './ports/clock.ts';
import { newId } from './new-id.ts';

/** Long enough to finish the file with the candidate, short enough that nobody finds it lying about. */
const VALID_MS = 15 * 60_000;

/** What supervisors approved at the keyboard of another clerk. Held in memory, for this session only. */
export interface Approvals {
  /** The approval's id, which the clerk gives back with the act it is for. */
  give(approver: Agent, approved: Approved): string;
  /** Who approved this very act; undefined when nobody did, too long ago, or when it was spent. */
  approverOf(override: Override): Agent | undefined;
  /** An approval is for one act. */
  spend(override: Override): void;
}

type Approved = Pick<Override, 'code' | 'reason'>;

export function createApprovals(clock: Clock): Approvals {
  const given = new Map<string, Approved & { approver: Agent; atMonotonicMs: number }>();
  return {
    give(approver, { code, reason }) {
      const id = newId();
      given.set(id, { approver, code, reason, atMonotonicMs: clock.monotonicMs() });
      return id;
    },
    approverOf({ approval, code, reason }) {
      const found = approval === undefined ? undefined : given.get(approval);
      if (!found || found.code !== code || found.reason !== reason) return undefined;
      return clock.monotonicMs() - found.atMonotonicMs > VALID_MS ? undefined : found.approver;
    },
    spend: ({ approval }) => void given.delete(approval ?? ''),
  };
}
