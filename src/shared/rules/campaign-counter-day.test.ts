import { expect, it } from 'vitest';
import { lastCounterDay } from './campaign-counter-day.ts';

const WEEK = { service: { name: 'Service', addressLines: [], weekdays: [1, 2, 3, 4, 5] } };
const dayFor = (closesAt: string | null, weekdays = WEEK.service.weekdays) =>
  lastCounterDay({ opensAt: '2020-11-02', closesAt }, { service: { ...WEEK.service, weekdays } });

it('the last day at the counter is the Friday before a closing on a Sunday (S3-01)', () => {
  expect([dayFor('2020-11-22'), dayFor('2020-11-22T12:00')]).toEqual(['2020-11-20', '2020-11-20']);
});

it('it is the closing day itself where people are received on it', () => {
  expect([dayFor('2020-11-20'), dayFor('2020-11-20T17:00')]).toEqual(['2020-11-20', '2020-11-20']);
});

it('a closing at midnight leaves the day before', () => {
  expect(dayFor('2020-11-20T00:00')).toBe('2020-11-19');
});

it('it follows the days of the service', () => {
  expect([dayFor('2020-11-22', [2]), dayFor('2020-11-22', [7])]).toEqual(['2020-11-17', '2020-11-22']);
});

it('there is none without a closing, nor for a service that receives on no day', () => {
  expect([dayFor(null), dayFor('2020-11-22', [])]).toEqual([undefined, undefined]);
});
