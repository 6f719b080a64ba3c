import { describe, expect, it } from 'vitest';
import { openReference } from '#main/domains/reference/index.ts';
import type { Exam } from '#shared/contract/answers.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import { lastCounterDay } from '#shared/rules/campaign-counter-day.ts';
import { checkCampaign } from '#shared/rules/campaign-check.ts';
import { routeFile } from '#shared/rules/route-portfolio.ts';

const reference = openReference();
const campaigns = reference.shippedCampaigns();

function campaignOf(id: string): Campaign {
  const campaign = campaigns.find((one) => one.id === id);
  if (!campaign) throw new Error(`no campaign ${id}`);
  return campaign;
}

/** Where files of these specialties go under a campaign. */
const routed = (id: string, files: [Exam, string][]) =>
  files.map(
    ([exam, specialtyCode]) =>
      routeFile({ exam, specialtyCode, subjects: [] }, campaignOf(id).portfolios).main?.id ?? null,
  );

describe('the notices that come with the program', () => {
  it.each(campaigns.map((campaign) => [campaign.id, campaign]))(
    '%s stands before the official lists without fault or remark',
    (_id, campaign) => {
      const { faults, remarks } = checkCampaign(campaign, reference);
      expect({ faults, remarks }).toEqual({ faults: [], remarks: [] });
    },
  );

  it('ask for residence, for the pieces, or for neither, as each one says (S3-04, S2-07)', () => {
    expect(
      campaigns
        .filter(({ training }) => !training)
        .map(({ id, residence, cancelsWithoutPieces }) => [id, residence, cancelsWithoutPieces]),
    ).toEqual([
      ['aix-marseille-2021', 'required', true],
      ['aix-marseille-2024', 'advised', true],
      ['grenoble-bp', 'advised', false],
      ['nice-2022', 'advised', false],
      ['nice-2025', 'advised', false],
    ]);
  });

  it.each(campaigns.map((campaign) => [campaign.id, campaign]))(
    '%s says that the account of the portal is to be activated within 48 hours (S0-09, S4-05)',
    (_id, { texts }) => {
      expect(texts.account.filter((paragraph) => /48\s?h/.test(paragraph))).toHaveLength(1);
    },
  );

  it('only Grenoble names the month until which the address must live (S4-03), only Nice 2025 the spam (S1-04)', () => {
    const notices = campaigns.filter(({ training }) => !training);
    const saying = (words: string) =>
      notices.filter(({ texts }) => texts.account.join(' ').includes(words)).map(({ id }) => id);
    expect([saying('décembre'), saying('spams')]).toEqual([['grenoble-bp'], ['nice-2025']]);
  });

  it('Aix-Marseille 2021 closes on a Sunday: its last day at the counter is the Friday (S3-01)', () => {
    const campaign = campaignOf('aix-marseille-2021');
    expect(campaign.windows.map((window) => lastCounterDay(window, campaign))).toEqual(['2020-11-20']);
  });
});

describe('the portfolios of Aix-Marseille 2021 (S3-08)', () => {
  it('give AEPE to one desk and the rest of the health sector to another', () => {
    expect(
      routed('aix-marseille-2021', [
        ['cap', '50033205T'],
        ['bacPro', '40033003T'],
        ['bacPro', '40033006M'],
        ['bacPro', '40022106T'],
      ]),
    ).toEqual([
      'aepe-pharmacie',
      'alimentation-sanitaire',
      'alimentation-sanitaire',
      'alimentation-sanitaire',
    ]);
  });

  it('follow the words of their titles against the groups of the official list', () => {
    expect(
      routed('aix-marseille-2021', [
        ['bacPro', '40033104S'],
        ['bacPro', '40033101T'],
        ['bacPro', '40033103S'],
        ['bacPro', '40031107T'],
        ['bacPro', '40031106M'],
        ['bacPro', '40025510P'],
        ['bacPro', '40025515R'],
      ]),
    ).toEqual([
      'accueil-commerce-vente',
      'bois-optique-numerique',
      'coiffure-esthetique',
      'securite-conduite-arts',
      'services-logistique',
      'electricite-mode-maintenance',
      'bois-optique-numerique',
    ]);
  });

  it('add the desks of general subjects and of EPS to whoever sits them', () => {
    const { portfolios } = campaignOf('aix-marseille-2021');
    const file = { exam: 'bacPro', specialtyCode: '40022106T' } as const;
    const transversal = (subjects: Parameters<typeof routeFile>[0]['subjects']) =>
      routeFile({ ...file, subjects }, portfolios).transversal.map(({ id }) => id);
    expect([
      transversal(['french', 'physicalEducation']),
      transversal(['physicalEducation']),
      transversal([]),
    ]).toEqual([['domaines-generaux', 'eps'], ['eps'], []]);
  });

  it('name no person and no address', () => {
    const { portfolios } = campaignOf('aix-marseille-2021');
    expect(portfolios.filter(({ email, phone }) => email !== undefined || phone !== undefined)).toEqual([]);
  });
});
