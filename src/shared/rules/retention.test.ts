import { describe, expect, it } from 'vitest';
import { DEFAULT_RETENTION, lastDueYear, retentionOf } from './retention.ts';

describe('a session of 2027, by default', () => {
  it.each([
    ['2027-06-01', 'active'],
    ['2029-12-31', 'active'],
    ['2030-01-01', 'intermediate'],
    ['2037-12-31', 'intermediate'],
    ['2038-01-01', 'due'],
  ] as const)('on %s is %s', (today, phase) => {
    expect(retentionOf(2027, DEFAULT_RETENTION, today)).toEqual({
      phase,
      activeUntil: '2029-12-31',
      keptUntil: '2037-12-31',
    });
  });
});

describe('the last session that is due', () => {
  it('is the last one whose phase is due, whatever the settings', () => {
    const settings = [
      DEFAULT_RETENTION,
      { activeYears: 1, intermediateYears: 0, sessionEnd: '07-31' },
      { activeYears: 5, intermediateYears: 20, sessionEnd: '12-01' },
    ];
    const days = ['2038-01-01', '2038-07-31', '2038-08-01', '2038-12-01', '2038-12-31'];
    const wrong = settings.flatMap((one) =>
      days.filter((day) => {
        const last = lastDueYear(one, day);
        return retentionOf(last, one, day).phase !== 'due' || retentionOf(last + 1, one, day).phase === 'due';
      }),
    );
    expect(wrong).toEqual([]);
  });
});
