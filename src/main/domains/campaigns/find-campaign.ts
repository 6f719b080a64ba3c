import type { Campaign } from '#shared/contract/campaign.ts';
import type { StationContext } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { getStation } from '#main/domains/station/index.ts';
import { knownCampaigns } from './campaign-store.ts';

/** A campaign this station may register under, by its id. */
export function findCampaign(
  context: Pick<StationContext, 'database'>,
  reference: Reference,
  id: string,
): Campaign | undefined {
  const { training } = getStation(context.database);
  return knownCampaigns(context.database, reference, training).find(({ campaign }) => campaign.id === id)
    ?.campaign;
}

/** Every campaign this station may have files of. */
export function listCampaigns(
  { database }: Pick<StationContext, 'database'>,
  reference: Reference,
): Campaign[] {
  return knownCampaigns(database, reference, getStation(database).training).map(({ campaign }) => campaign);
}
