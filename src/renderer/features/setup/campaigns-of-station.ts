import type { CampaignSummary } from '#shared/contract/campaigns.ts';

/** Those of the académie, and in a base école those that were made for training; what is open first, what is over last. */
export function campaignsOf(
  campaigns: readonly CampaignSummary[],
  academyCode: string | undefined,
): CampaignSummary[] {
  return campaigns
    .filter((campaign) => campaign.training || campaign.academyCode === academyCode)
    .sort((a, b) => rankOf(a) - rankOf(b));
}

const ORDER: readonly Opening['state'][] = ['open', 'soon', 'none'];

function rankOf(campaign: CampaignSummary): number {
  return ORDER.indexOf(openingOf([campaign]).state);
}

type Opening = { state: 'open' } | { state: 'soon'; opensAt: string } | { state: 'none' };

/** Whether anything may be registered today, else from when on. */
export function openingOf(campaigns: readonly CampaignSummary[]): Opening {
  const windows = campaigns.flatMap(({ exams }) => exams.map(({ window }) => window));
  if (windows.some(({ state }) => state === 'open')) return { state: 'open' };
  const [opensAt] = windows
    .flatMap((window) => (window.state === 'notOpen' ? [window.opensAt] : []))
    .sort((a, b) => a.localeCompare(b));
  return opensAt === undefined ? { state: 'none' } : { state: 'soon', opensAt };
}
