import type { Campaign } from '../contract/campaign.ts';
import { campaignFacts } from './campaign-facts.ts';

/** One thing that a new file of a campaign says otherwise; null where one of the two says nothing. */
export interface CampaignChange {
  path: string;
  label: string;
  before: string | null;
  after: string | null;
}

/** In the order of the new campaign, then what it no longer says. */
export function campaignChanges(before: Campaign, after: Campaign): CampaignChange[] {
  const old = new Map(campaignFacts(before).map((fact) => [fact.path, fact]));
  const changes: CampaignChange[] = [];
  for (const { path, label, value } of campaignFacts(after)) {
    const former = old.get(path)?.value ?? '';
    old.delete(path);
    if (former !== value) changes.push({ path, label, before: former || null, after: value || null });
  }
  const gone = [...old.values()].filter(({ value }) => value !== '');
  return [...changes, ...gone.map(({ path, label, value }) => ({ path, label, before: value, after: null }))];
}
