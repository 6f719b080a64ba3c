import { describe, expect, it } from 'vitest';
import type { Campaign, CampaignFile } from '../contract/campaign.ts';
import type { Arrival } from '../contract/mail.ts';
import { aCampaign } from '../../../tests/builders/campaign.ts';
import { judgeReturn, passedMs } from './judge-return.ts';

type Return = CampaignFile['windows'][number]['confirmationReturn'];

function campaignWith(confirmationReturn: Return, changes: Partial<CampaignFile> = {}): Campaign {
  const window = { exams: ['cap' as const], opensAt: '2021-10-18T15:00', closesAt: '2021-11-17T17:00' };
  return aCampaign({ windows: [{ ...window, confirmationReturn }], ...changes });
}

function judge(arrival: Arrival, confirmationReturn: Return, changes: Partial<CampaignFile> = {}) {
  const campaign = campaignWith(confirmationReturn, changes);
  return judgeReturn(arrival, campaign.windows[0], campaign);
}

const words = (arrival: Arrival, confirmationReturn: Return) => {
  const { verdict, ground } = judge(arrival, confirmationReturn);
  return [verdict, ground];
};
const BY_24_NOVEMBER: Return = { deadline: { kind: 'fixed', at: '2021-11-24' } };
const BY_17_H: Return = { deadline: { kind: 'fixed', at: '2021-11-24T17:00' } };
const byPost = (postmarkedOn: string, receivedOn: string): Arrival => ({
  modality: 'post',
  postmarkedOn,
  receivedOn,
});

describe('a confirmation sent by post', () => {
  it('is in time by its postmark, however late it comes (S0-23, "cachet de la poste faisant foi")', () => {
    expect(words(byPost('2021-11-24', '2021-12-03'), BY_24_NOVEMBER)).toEqual(['onTime', 'postmark']);
  });

  it('is late by its postmark the day after', () => {
    expect(words(byPost('2021-11-25', '2021-11-26'), BY_24_NOVEMBER)).toEqual(['late', 'postmark']);
  });

  it('is left to a person when its postmark cannot be read and it came after the day', () => {
    const unread = (receivedOn: string) => words({ modality: 'post', receivedOn }, BY_24_NOVEMBER);
    expect([unread('2021-11-24'), unread('2021-11-25')]).toEqual([
      ['onTime', 'received'],
      ['unknown', 'postmarkMissing'],
    ]);
  });

  it('is not saved by its postmark from a deadline that ends at an hour', () => {
    expect([
      words(byPost('2021-11-23', '2021-11-24T16:59'), BY_17_H),
      words(byPost('2021-11-23', '2021-11-24T17:00'), BY_17_H),
      words(byPost('2021-11-23', '2021-11-25'), BY_17_H),
    ]).toEqual([
      ['onTime', 'received'],
      ['late', 'hourNotSavedByPostmark'],
      ['late', 'hourNotSavedByPostmark'],
    ]);
  });
});

describe('a confirmation uploaded or handed over', () => {
  it.each(['upload', 'counter'] as const)('by %s is judged on the day it was received', (modality) => {
    expect(
      ['2021-11-24', '2021-11-24T23:59', '2021-11-25'].map((receivedOn) =>
        words({ modality, receivedOn }, BY_24_NOVEMBER),
      ),
    ).toEqual([
      ['onTime', 'received'],
      ['onTime', 'received'],
      ['late', 'received'],
    ]);
  });

  it('on the last day of a deadline with an hour needs its own hour', () => {
    expect(words({ modality: 'counter', receivedOn: '2021-11-24' }, BY_17_H)).toEqual([
      'unknown',
      'hourMissing',
    ]);
  });
});

describe('the deadline', () => {
  const atCounter: Arrival = { modality: 'counter', receivedOn: '2021-11-24' };

  it('counts from the closing where the notice says so (S1-05)', () => {
    expect(judge(atCounter, { deadline: { kind: 'afterClosing', days: 7 } })).toEqual({
      verdict: 'onTime',
      ground: 'received',
      deadline: '2021-11-24',
    });
  });

  it('is unknown while the closing is not fixed (S0-04), and for a file of no window', () => {
    const campaign = aCampaign({
      windows: [
        {
          exams: ['cap'],
          opensAt: '2021-11-15',
          closesAt: null,
          confirmationReturn: { deadline: { kind: 'afterClosing', days: 7 } },
        },
      ],
    });
    const unknown = { verdict: 'unknown', ground: 'noDeadline', deadline: null };
    expect([
      judgeReturn(atCounter, campaign.windows[0], campaign),
      judgeReturn(atCounter, undefined, campaign),
    ]).toEqual([unknown, unknown]);
  });

  it('is put off past a Sunday or a holiday only where the campaign does so', () => {
    const onSunday: Return = { deadline: { kind: 'fixed', at: '2021-10-31' } };
    const onTuesday: Arrival = { modality: 'upload', receivedOn: '2021-11-02' };
    expect([
      judge(onTuesday, onSunday),
      // Sunday 31 October, then All Saints' Day: the next working day is Tuesday 2 November.
      judge(onTuesday, onSunday, { deadlineSkipsHolidays: true }),
    ]).toEqual([
      { verdict: 'late', ground: 'received', deadline: '2021-10-31' },
      { verdict: 'onTime', ground: 'received', deadline: '2021-11-02' },
    ]);
  });

  it('has a start too, before which a return is early (S2-06)', () => {
    const from: Return = { opensAt: '2021-10-20T09:00', deadline: { kind: 'fixed', at: '2021-11-24' } };
    expect(
      ['2021-10-19', '2021-10-20T08:59', '2021-10-20', '2021-10-20T09:00'].map((receivedOn) =>
        words({ modality: 'upload', receivedOn }, from),
      ),
    ).toEqual([
      ['notYetOpen', 'beforeOpening'],
      ['notYetOpen', 'beforeOpening'],
      ['onTime', 'received'],
      ['onTime', 'received'],
    ]);
  });

  it('has passed at the end of its local day, or at its very hour', () => {
    expect(
      [passedMs('2021-11-24', 'Europe/Paris'), passedMs('2021-11-24T17:00', 'Indian/Reunion')].map((ms) =>
        new Date(ms).toISOString(),
      ),
    ).toEqual(['2021-11-24T23:00:00.000Z', '2021-11-24T13:00:00.000Z']);
  });
});
