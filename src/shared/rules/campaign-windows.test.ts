import { describe, expect, it } from 'vitest';
import { aCampaign } from '../../../tests/builders/campaign.ts';
import { returnDeadline, windowAt, windowStateOf } from './campaign-windows.ts';
import { localToMs } from './local-time.ts';

const nice = (local: string) => localToMs(local, 'Europe/Paris');

/** Nice 2025: 4 November 2024 15 h to 3 December 2024 17 h; CAP a month earlier. */
const campaign = aCampaign({
  windows: [
    {
      exams: ['bacPro', 'bp'],
      opensAt: '2024-11-04T15:00',
      closesAt: '2024-12-03T17:00',
      confirmationReturn: { deadline: { kind: 'afterClosing', days: 7 } },
    },
    {
      exams: ['cap'],
      opensAt: '2024-10-08',
      closesAt: '2024-11-08',
      confirmationReturn: { deadline: { kind: 'fixed', at: '2024-11-18' } },
    },
    {
      exams: ['cs'],
      opensAt: '2024-11-15',
      closesAt: null,
      confirmationReturn: { deadline: { kind: 'afterClosing', days: 7 } },
    },
  ],
});

describe('the window of an exam', () => {
  it('opens and closes at its hour, local time', () => {
    const states = ['2024-11-04T14:59', '2024-11-04T15:00', '2024-12-03T16:59', '2024-12-03T17:00'].map(
      (local) => windowStateOf(campaign, 'bacPro', nice(local)).state,
    );
    expect(states).toEqual(['notOpen', 'open', 'open', 'closed']);
  });

  it('without hours covers its first and last days whole', () => {
    const states = ['2024-10-08T00:00', '2024-11-08T23:59', '2024-11-09T00:00'].map(
      (local) => windowStateOf(campaign, 'cap', nice(local)).state,
    );
    expect(states).toEqual(['open', 'open', 'closed']);
  });

  it('may have no closing fixed', () => {
    expect(windowStateOf(campaign, 'cs', nice('2025-03-01T12:00'))).toEqual({
      state: 'open',
      closesAt: null,
    });
  });

  it('whose closing was never fixed ends with the exam year', () => {
    const over = { ...campaign, session: 2025 };
    expect(
      ['2025-12-31T23:59', '2026-01-01T00:00'].map((local) => windowStateOf(over, 'cs', nice(local))),
    ).toEqual([
      { state: 'open', closesAt: null },
      { state: 'closed', closedAt: '2025-12-31' },
    ]);
  });

  it('is undated for an exam the campaign does not open', () => {
    expect(windowStateOf(campaign, 'mc', nice('2024-11-20T12:00'))).toEqual({ state: 'undated' });
  });

  it('tells a closed exam since when', () => {
    expect(windowStateOf(campaign, 'bp', nice('2025-01-01T00:00'))).toEqual({
      state: 'closed',
      closedAt: '2024-12-03T17:00',
    });
  });
});

describe('the return deadline', () => {
  it('is closing plus days, a fixed date, or unknown while the closing is', () => {
    expect(campaign.windows.map(returnDeadline)).toEqual(['2024-12-10', '2024-11-18', undefined]);
  });

  it('belongs to the window a registration was made in', () => {
    expect(windowAt(campaign, 'cap', nice('2024-10-20T10:00'))?.exams).toEqual(['cap']);
  });
});
