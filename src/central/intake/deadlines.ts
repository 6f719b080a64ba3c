import { examSchema } from '#shared/contract/answers.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import type { Op } from '#shared/protocol/op.ts';
import { windowAt } from '#shared/rules/campaign-windows.ts';

/**
 * What a registration is, by the windows of its campaign. `inTime`: received before the closing, or nothing is known against it.
 * `sentLate`: made while the window was open, received after. `madeOutside`: a person decides.
 */
export type Timeliness = 'inTime' | 'sentLate' | 'madeOutside';

/** When a registration was received, and what the centre knows of the clock it was made by. */
export interface Arrival {
  receivedAtMs: number;
  /** How far ahead the station's clock was when it last greeted. */
  clockSkewMs: number;
  /** What the station's clock said when it made what stands before this in its chain: this was not made earlier. */
  afterMs: number;
}

export type Deadlines = (op: Op, arrival: Arrival) => Timeliness;

/**
 * Only registrations have a window: what follows one is judged at the counter, with a supervisor where it must. What has arrived
 * before a closing was made before it, whatever the station's clock says; only of what arrives later is the clock believed, put
 * right by how far off it was.
 */
export function deadlinesOf(campaigns: readonly Campaign[]): Deadlines {
  const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  return (op, { receivedAtMs, clockSkewMs, afterMs }) => {
    const campaign = op.kind === 'create' ? byId.get(String(answerOf(op, 'campaignId'))) : undefined;
    const exam = examSchema.safeParse(answerOf(op, 'exam'));
    if (!campaign || !exam.success) return 'inTime';
    const isOpenAt = (atMs: number) => windowAt(campaign, exam.data, atMs) !== undefined;
    if (isOpenAt(receivedAtMs)) return 'inTime';
    const madeAtMs = Math.min(receivedAtMs, Math.max(op.capturedAtMs, afterMs) - clockSkewMs);
    return isOpenAt(madeAtMs) ? 'sentLate' : 'madeOutside';
  };
}

function answerOf(op: Op, name: string): unknown {
  return op.changes.find(({ path }) => path === `candidature.${name}`)?.after;
}
