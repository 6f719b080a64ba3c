import { addDays } from '#shared/rules/local-time.ts';

interface DayCount {
  day: string;
  count: number;
}

/** More bars than this are thinner than a line: only the last ones are drawn. */
const MOST_BARS = 180;

/** Days without anyone get their empty place, so that a week looks like a week. */
export function everyDay(days: readonly DayCount[]): DayCount[] {
  const counts = new Map(days.map(({ day, count }) => [day, count]));
  const last = days.at(-1)?.day;
  const first = days[0]?.day;
  if (first === undefined || last === undefined) return [];
  const oldest = addDays(last, 1 - MOST_BARS);
  const all: DayCount[] = [];
  for (let day = first > oldest ? first : oldest; day <= last; day = addDays(day, 1))
    all.push({ day, count: counts.get(day) ?? 0 });
  return all;
}

/** A round top above the largest count, and the lines to read it by: 1, 2 or 5 times a power of ten apart. */
export function scaleOf(largest: number): { top: number; steps: number[] } {
  const power = 10 ** Math.floor(Math.log10(largest));
  const step =
    [0.2, 0.5, 1, 2]
      .map((part) => Math.max(1, Math.round(part * power)))
      .find((size) => largest / size <= 5) ?? power * 2;
  const count = Math.ceil(largest / step);
  return { top: count * step, steps: Array.from({ length: count + 1 }, (_, index) => index * step) };
}
