import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatWork, totalWork, wholeMonths } from './work-periods.ts';

describe('years of work', () => {
  it('count overlapping jobs once', () => {
    const total = totalWork([
      { from: '2020-01-01', to: '2021-12-31' },
      { from: '2021-07-01', to: '2022-12-31' },
    ]);
    expect({ ...total, words: formatWork(total) }).toEqual({
      fullTimeDays: 1096,
      calendarDays: 1096,
      words: '3 ans',
    });
  });

  it('add the shares of two part-time jobs, to full time at most', () => {
    expect(
      totalWork([
        { from: '2023-01-01', to: '2023-01-10', percent: 60 },
        { from: '2023-01-06', to: '2023-01-20', percent: 60 },
      ]),
    ).toEqual({ fullTimeDays: 14, calendarDays: 20 });
  });

  it('leave a gap out', () => {
    const total = totalWork([
      { from: '2020-01-01', to: '2020-06-30' },
      { from: '2021-01-01', to: '2021-06-30' },
    ]);
    expect(formatWork(total)).toBe('1 an');
  });

  it('of nobody are no work', () => {
    expect(formatWork(totalWork([]))).toBe('0 mois');
  });

  it('count a month of the calendar as a month, whichever months they are', () => {
    const oneToSixYears = fc.integer({ min: 1, max: 72 });
    const anyMonth = fc.integer({ min: 0, max: 40 * 12 });
    fc.assert(
      fc.property(anyMonth, oneToSixYears, (start, months) => {
        const from = isoDate(Date.UTC(1985, start, 1));
        const to = isoDate(Date.UTC(1985, start + months, 0));
        return wholeMonths(totalWork([{ from, to }]).fullTimeDays) === months;
      }),
    );
  });

  it('never exceed the days of the calendar, nor those of the jobs put end to end', () => {
    const day = fc.integer({ min: 0, max: 4000 });
    const job = fc.record({ from: day, length: day, percent: fc.integer({ min: 1, max: 100 }) });
    fc.assert(
      fc.property(fc.array(job, { maxLength: 6 }), (jobs) => {
        const periods = jobs.map(({ from, length, percent }) => ({
          from: isoDate(from * DAY_MS),
          to: isoDate((from + length) * DAY_MS),
          percent,
        }));
        const { fullTimeDays, calendarDays } = totalWork(periods);
        const endToEnd = jobs.reduce((sum, { length }) => sum + length + 1, 0);
        return fullTimeDays <= calendarDays && calendarDays <= endToEnd;
      }),
    );
  });
});

const DAY_MS = 86_400_000;

function isoDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
