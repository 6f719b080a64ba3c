import { expect, it } from 'vitest';
import { formatSettings, parseSettings, sessionEndWords } from './retention-words.ts';

it('durations are typed as they are shown', () => {
  const settings = { activeYears: 2, intermediateYears: 8, sessionEnd: '08-31' };
  expect([formatSettings(settings), parseSettings(formatSettings(settings))]).toEqual([
    { activeYears: '2', intermediateYears: '8', sessionEnd: '31/08' },
    settings,
  ]);
});

it('what is not a number or a day is left for the core to refuse', () => {
  expect(parseSettings({ activeYears: 'deux', intermediateYears: '', sessionEnd: 'août' })).toEqual({
    activeYears: -1,
    intermediateYears: -1,
    sessionEnd: 'août',
  });
});

it('the end of a session is said as a day of the year', () => {
  expect(sessionEndWords('12-31')).toBe('31 décembre');
});
