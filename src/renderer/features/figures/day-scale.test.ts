import { describe, expect, it } from 'vitest';
import { everyDay, scaleOf } from './day-scale.ts';

describe('the days of the chart', () => {
  it('include those without anyone', () => {
    expect(
      everyDay([
        { day: '2026-10-30', count: 2 },
        { day: '2026-11-02', count: 1 },
      ]).map(({ day, count }) => [day, count]),
    ).toEqual([
      ['2026-10-30', 2],
      ['2026-10-31', 0],
      ['2026-11-01', 0],
      ['2026-11-02', 1],
    ]);
  });

  it('are the last hundred and eighty of a long period', () => {
    const days = everyDay([
      { day: '2020-01-01', count: 1 },
      { day: '2026-11-02', count: 1 },
    ]);
    expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([180, '2026-05-07', '2026-11-02']);
  });
});

describe('the scale', () => {
  it.each([
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [42, [0, 10, 20, 30, 40, 50]],
    [480, [0, 100, 200, 300, 400, 500]],
    [1000, [0, 200, 400, 600, 800, 1000]],
  ])('for %i at most has lines at %j', (largest, steps) => {
    expect(scaleOf(largest)).toEqual({ top: steps.at(-1), steps });
  });
});
