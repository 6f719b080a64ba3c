import type { WorkPeriod } from '../contract/answers.ts';

const DAY_MS = 86_400_000;
const DAYS_A_MONTH = 365.25 / 12;

/**
 * Days worked. Each calendar day counts once however many jobs cover it; shares of full time worked the same day add up, to full
 * time at most. How an académie counts part time is in no text we know (docs/rules.md): both sums are given.
 */
export function totalWork(periods: readonly WorkPeriod[]): { fullTimeDays: number; calendarDays: number } {
  const bounds = [
    ...new Set(periods.flatMap((period) => [dayOf(period.from), dayOf(period.to) + 1])),
  ].toSorted((a, b) => a - b);
  let fullTimeDays = 0;
  let calendarDays = 0;
  bounds.slice(1).forEach((end, index) => {
    const start = bounds[index] ?? end;
    const share = periods
      .filter((period) => dayOf(period.from) <= start && dayOf(period.to) + 1 >= end)
      .reduce((sum, { percent = 100 }) => Math.min(100, sum + percent), 0);
    if (share > 0) calendarDays += end - start;
    fullTimeDays += ((end - start) * share) / 100;
  });
  return { fullTimeDays, calendarDays };
}

/** `2 ans 3 mois`, from full-time days; whole months, rounded down. */
export function formatWork({ fullTimeDays }: { fullTimeDays: number }): string {
  return formatMonths(wholeMonths(fullTimeDays));
}

export function formatMonths(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const yearText = years === 0 ? '' : `${years} an${years > 1 ? 's' : ''}`;
  const monthText = rest === 0 && years > 0 ? '' : `${rest} mois`;
  return [yearText, monthText].filter(Boolean).join(' ');
}

/** February is that much shorter than a mean month, in the worst year. */
const GRACE_DAYS = 3;

/** Whole months in so many days: the months of a calendar count as such, however many days they have. */
export function wholeMonths(days: number): number {
  return days < 28 ? 0 : Math.floor((days + GRACE_DAYS) / DAYS_A_MONTH);
}

function dayOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00Z`) / DAY_MS);
}
