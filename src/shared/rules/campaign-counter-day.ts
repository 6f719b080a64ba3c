import type { Campaign, CampaignWindow } from '../contract/campaign.ts';
import { addDays } from './local-time.ts';

/**
 * The last local date on which the counter still receives people before the closing (S3-01: a closing may fall on a Sunday).
 * Undefined while the closing is not fixed, or when no day of the service falls in the window. Public holidays are not looked at.
 */
export function lastCounterDay(
  window: Pick<CampaignWindow, 'opensAt' | 'closesAt'>,
  { service }: Pick<Campaign, 'service'>,
): string | undefined {
  const { closesAt, opensAt } = window;
  if (closesAt === null) return undefined;
  // The closing hour is the first instant that is too late: at midnight, the day has not begun.
  const closingDay = closesAt.slice(0, 10);
  let day = closesAt.endsWith('T00:00') ? addDays(closingDay, -1) : closingDay;
  while (day >= opensAt.slice(0, 10)) {
    if (service.weekdays.includes(weekdayOf(day))) return day;
    day = addDays(day, -1);
  }
  return undefined;
}

/** 1 (Monday) to 7. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
