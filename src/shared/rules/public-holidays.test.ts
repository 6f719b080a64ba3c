import { expect, it } from 'vitest';
import { easterSunday, isPublicHoliday, isSunday } from './public-holidays.ts';

it('finds Easter where the calendars have it, its earliest and latest days included', () => {
  expect([1818, 1954, 2000, 2019, 2024, 2025, 2026, 2027, 2038, 2285].map(easterSunday)).toEqual([
    '1818-03-22',
    '1954-04-18',
    '2000-04-23',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
    '2285-03-22',
  ]);
});

it('knows the eleven national holidays of a year and no other weekday', () => {
  const days = Array.from({ length: 365 }, (_, day) =>
    new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
  );
  expect(days.filter(isPublicHoliday)).toEqual([
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ]);
});

it('tells a Sunday', () => {
  expect(['2020-11-21', '2020-11-22', '2020-11-23'].map(isSunday)).toEqual([false, true, false]);
});
