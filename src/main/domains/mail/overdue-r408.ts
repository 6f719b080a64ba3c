import type { Campaign } from '#shared/contract/campaign.ts';
import type { OverdueFile } from '#shared/contract/mail.ts';
import type { StationContext } from '#main/context.ts';
import { filesWithoutR408 } from '#main/domains/file-life/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';

/** A campaign, and the moment it is looked at: its instant and its local day. */
export interface Moment {
  campaign: Campaign;
  nowMs: number;
  today: string;
}

/** S1-08: a list at J-30, and what is urgent at J-7. */
const SOON_DAYS = 30;
const URGENT_DAYS = 7;

/** Files whose R.408 did not come by its date: they may be "écartées" (S1-08), which is not "annulées". */
export function overdueR408(
  { database }: StationContext,
  reference: Reference,
  { campaign, today }: Moment,
  limit: number,
): OverdueFile[] {
  const { r408DueOn } = campaign;
  if (r408DueOn === null || today <= r408DueOn) return [];
  return filesWithoutR408(database, reference, campaign, limit).map((file) => ({
    ...file,
    cause: 'r408Missing',
    deadline: r408DueOn,
    missing: [],
  }));
}

/** Files whose R.408 falls due within thirty days: time to tell the candidates. */
export function soonDueR408(
  { database }: StationContext,
  reference: Reference,
  { campaign, today }: Moment,
  limit: number,
): (OverdueFile & { daysLeft: number; isWithinWeek: boolean })[] {
  const { r408DueOn } = campaign;
  const daysLeft = r408DueOn === null ? Number.NaN : daysBetween(today, r408DueOn);
  if (r408DueOn === null || daysLeft < 0 || daysLeft > SOON_DAYS) return [];
  return filesWithoutR408(database, reference, campaign, limit).map((file) => ({
    ...file,
    cause: 'r408Missing',
    deadline: r408DueOn,
    missing: [],
    daysLeft,
    isWithinWeek: daysLeft <= URGENT_DAYS,
  }));
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
