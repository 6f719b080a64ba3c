import { expect, it } from 'vitest';
import { daysBetween, daysLeftWords } from './days-left.ts';

it('counts the days to a closing, hours aside', () => {
  expect([
    daysBetween('2024-11-22', '2024-12-03T17:00'),
    daysBetween('2024-12-03', '2024-12-03T17:00'),
    daysBetween('2024-12-04', '2024-12-03'),
  ]).toEqual([11, 0, -1]);
});

it('counts a week over a change of clock as seven days', () => {
  expect(daysBetween('2024-10-23', '2024-10-30')).toBe(7);
});

it('says the last day for what it is, and does not count beyond a year', () => {
  expect([26_339, 365, 11, 1, 0, -1].map(daysLeftWords)).toEqual([
    'plus d’un an',
    '365 jours',
    '11 jours',
    'demain',
    'dernier jour',
    'passée',
  ]);
});
