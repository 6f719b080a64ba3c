import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assetPath } from '#main/asset-path.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import { returnDeadline } from '#shared/rules/campaign-windows.ts';
import { openReference } from './index.ts';

const reference = openReference();
const campaigns = reference.shippedCampaigns();

/** Exams, opening, closing and last day of return of each window, as a notice would list them. */
const calendarOf = (id: string) =>
  campaigns
    .find((campaign) => campaign.id === id)
    ?.windows.map((window) => [
      window.exams.join(' '),
      window.opensAt,
      window.closesAt,
      returnDeadline(window),
    ]);

const summaryOf = ({ id, session, returnModalities, redPen, r408DueOn }: Campaign) =>
  [id, session, returnModalities.join(' '), redPen.policy, r408DueOn] as const;

describe('every shipped campaign', () => {
  test('is without fault and is named as its file', () => {
    const files = readdirSync(assetPath('campaigns')).filter((file) => file.endsWith('.json'));
    expect(campaigns.map(({ id }) => `${id}.json`)).toEqual(files.toSorted());
  });

  test('bears the time zone of its académie', () => {
    expect(
      campaigns.filter(
        ({ academyCode, timeZone }) => reference.findAcademy(academyCode)?.timeZone !== timeZone,
      ),
    ).toEqual([]);
  });

  test('says session, modality, red pen and R.408 as its notice', () => {
    expect(campaigns.map(summaryOf)).toEqual([
      ['aix-marseille-2021', 2021, 'upload', 'all', null],
      ['aix-marseille-2024', 2024, 'upload', 'all', null],
      ['grenoble-bp', null, 'post', 'none', null],
      ['nice-2022', 2022, 'post', 'all', null],
      ['nice-2025', 2025, 'upload', 'none', '2025-03-14'],
      ['training-2024', 2024, 'post counter', 'slipsOnly', null],
      ['training-2027', 2027, 'post upload counter', 'all', '2099-03-13'],
    ]);
  });

  test('is for training exactly where it is of the training académie', () => {
    expect(campaigns.filter(({ training, academyCode }) => training !== (academyCode === '00'))).toEqual([]);
  });
});

describe('the calendar of each notice', () => {
  test('Nice 2022: three windows, the CAP without a closing', () => {
    expect(calendarOf('nice-2022')).toEqual([
      ['bacPro mc', '2021-10-18T15:00', '2021-11-17T17:00', '2021-11-24'],
      ['bp', '2021-11-09T15:00', '2021-11-30T17:00', '2021-12-07'],
      ['cap', '2021-11-15', null, undefined],
    ]);
  });

  test('Nice 2025: one week after each closing', () => {
    expect(calendarOf('nice-2025')).toEqual([
      ['bacPro bp cs', '2024-11-04T15:00', '2024-12-03T17:00', '2024-12-10'],
      ['cap', '2024-10-08T15:00', '2024-11-08T17:00', '2024-11-15'],
    ]);
  });

  test('Aix-Marseille 2024: no hours, one deadline for all', () => {
    expect(calendarOf('aix-marseille-2024')).toEqual([
      ['bacPro bp', '2023-10-30', '2023-11-27', '2023-12-04'],
      ['cap mc', '2023-10-12', '2023-11-13', '2023-12-04'],
    ]);
  });

  test('Aix-Marseille 2021: bac pro only, closing on a Sunday', () => {
    expect(calendarOf('aix-marseille-2021')).toEqual([['bacPro', '2020-11-02', '2020-11-22', '2020-12-07']]);
  });

  test('Grenoble: an undated guide opens nothing', () => {
    expect(calendarOf('grenoble-bp')).toEqual([]);
  });

  test('training: all four exams of session 2027 are open for long', () => {
    expect(calendarOf('training-2027')).toEqual([
      ['bacPro cap cs', '2020-01-01T08:00', '2098-12-31T17:00', '2099-01-07'],
      ['bp', '2020-01-01T08:00', '2098-11-28T17:00', '2098-12-15'],
    ]);
  });
});

test('the thirteen portfolios of Aix-Marseille 2021 are there, two of them transversal', () => {
  const portfolios = campaigns.find(({ id }) => id === 'aix-marseille-2021')?.portfolios ?? [];
  expect({
    count: portfolios.length,
    transversal: portfolios.filter(({ transversal }) => transversal).map(({ id }) => id),
  }).toEqual({
    count: 13,
    transversal: ['domaines-generaux', 'eps'],
  });
});
