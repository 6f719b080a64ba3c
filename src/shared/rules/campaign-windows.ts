import type { Exam } from '../contract/answers.ts';
import type { Campaign, CampaignWindow } from '../contract/campaign.ts';
import { addDays, localToMs } from './local-time.ts';

export type WindowState =
  | { state: 'open'; closesAt: string | null }
  | { state: 'notOpen'; opensAt: string }
  | { state: 'closed'; closedAt: string }
  /** The campaign has no window for this exam: nothing is open (Grenoble guide, chapter 1). */
  | { state: 'undated' };

/**
 * Whether an exam is open in a campaign at an instant. Both ends are in the académie's local time; a date alone opens at
 * 00:00 and closes at 23:59:59 (Aix-Marseille 2024 gives no hours). A closing hour is the first instant that is too late.
 */
export function windowStateOf(campaign: Campaign, exam: Exam, nowMs: number): WindowState {
  const windows = campaign.windows.filter((window) => window.exams.includes(exam));
  const open = windows.find(
    (window) => opensMs(window, campaign) <= nowMs && nowMs < closesMs(window, campaign),
  );
  if (open) return { state: 'open', closesAt: open.closesAt };
  const next = windows
    .filter((window) => opensMs(window, campaign) > nowMs)
    .sort((a, b) => opensMs(a, campaign) - opensMs(b, campaign))[0];
  if (next) return { state: 'notOpen', opensAt: next.opensAt };
  const last = windows.sort((a, b) => closesMs(b, campaign) - closesMs(a, campaign))[0];
  const closedAt = last && (last.closesAt ?? lastDayOf(campaign));
  return closedAt ? { state: 'closed', closedAt } : { state: 'undated' };
}

/** The window a registration made at `savedAtMs` belongs to. */
export function windowAt(campaign: Campaign, exam: Exam, savedAtMs: number): CampaignWindow | undefined {
  return campaign.windows.find(
    (window) =>
      window.exams.includes(exam) &&
      opensMs(window, campaign) <= savedAtMs &&
      savedAtMs < closesMs(window, campaign),
  );
}

/** Local date, or date and minute, by which the signed confirmation must be back; undefined while the closing is not fixed. */
export function returnDeadline(window: CampaignWindow): string | undefined {
  const { deadline } = window.confirmationReturn;
  if (deadline.kind === 'fixed') return deadline.at;
  return window.closesAt === null ? undefined : addDays(window.closesAt.slice(0, 10), deadline.days);
}

export function opensMs(window: CampaignWindow, campaign: Campaign): number {
  return localToMs(
    window.opensAt.length === 10 ? `${window.opensAt}T00:00` : window.opensAt,
    campaign.timeZone,
  );
}

/** A closing that was never fixed still ends with the exam year: nobody registers for a session that is over. */
export function closesMs(window: CampaignWindow, campaign: Campaign): number {
  const closesAt = window.closesAt ?? lastDayOf(campaign);
  if (closesAt === undefined) return Number.POSITIVE_INFINITY;
  return closesAt.length === 10
    ? localToMs(`${addDays(closesAt, 1)}T00:00`, campaign.timeZone)
    : localToMs(closesAt, campaign.timeZone);
}

function lastDayOf(campaign: Campaign): string | undefined {
  return campaign.session === null ? undefined : `${campaign.session}-12-31`;
}
