import { describe, expect, it } from 'vitest';
import { formatWork, totalWork } from './work-periods.ts';

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
    expect(formatWork(total)).toBe('11 mois');
  });

  it('of nobody are no work', () => {
    expect(formatWork(totalWork([]))).toBe('0 mois');
  });
});
