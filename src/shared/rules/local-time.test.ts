import { describe, expect, it } from 'vitest';
import { addDays, isTimeZone, localDate, localMinute, localToMs } from './local-time.ts';

describe('local time of an académie', () => {
  it('is the winter hour of Paris in Nice', () => {
    expect(new Date(localToMs('2024-12-03T17:00', 'Europe/Paris')).toISOString()).toBe(
      '2024-12-03T16:00:00.000Z',
    );
  });

  it('is its own overseas', () => {
    const zones = ['Indian/Reunion', 'America/Martinique', 'Pacific/Noumea', 'Indian/Mayotte'];
    expect(zones.map((zone) => new Date(localToMs('2024-12-03T17:00', zone)).toISOString())).toEqual([
      '2024-12-03T13:00:00.000Z',
      '2024-12-03T21:00:00.000Z',
      '2024-12-03T06:00:00.000Z',
      '2024-12-03T14:00:00.000Z',
    ]);
  });

  it('follows the change of hour of October and March', () => {
    expect(
      ['2024-10-26T12:00', '2024-10-28T12:00'].map((local) =>
        new Date(localToMs(local, 'Europe/Paris')).getUTCHours(),
      ),
    ).toEqual([10, 11]);
  });

  it('goes back to the same local minute and date', () => {
    const instant = localToMs('2025-06-30T23:45', 'America/Guadeloupe');
    expect([localMinute(instant, 'America/Guadeloupe'), localDate(instant, 'Europe/Paris')]).toEqual([
      '2025-06-30T23:45',
      '2025-07-01',
    ]);
  });

  it('adds days across months and keeps the hour', () => {
    expect([addDays('2024-12-03', 7), addDays('2024-02-28T17:00', 1)]).toEqual([
      '2024-12-10',
      '2024-02-29T17:00',
    ]);
  });

  it('knows which zones exist', () => {
    expect([isTimeZone('Europe/Paris'), isTimeZone('Europe/Nice')]).toEqual([true, false]);
  });
});
