import type { z } from 'zod';
import type { Campaign } from '#shared/contract/campaign.ts';
import type { campaignImportSchema } from '#shared/contract/campaigns.ts';
import { campaignChanges } from '#shared/rules/campaign-changes.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { importsOf, shippedCampaigns } from './campaign-store.ts';

/** Who imported what over what, newest first. The first import replaces what the program brought, if it brought one. */
export function campaignHistory(
  database: ReadableDatabase,
  reference: Reference,
  id: string,
): z.infer<typeof campaignImportSchema>[] {
  let former: Campaign | undefined = shippedCampaigns(reference).find((one) => one.id === id);
  const history = importsOf(database, id).map(({ campaign, importedAtMs, importedBy }) => {
    const changes = former ? campaignChanges(former, campaign) : null;
    former = campaign;
    return { importedAtMs, importedBy, changes };
  });
  return history.reverse();
}
