import { readdirSync, readFileSync } from 'node:fs';
import { assetPath } from '#main/asset-path.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import { GuichetError } from '#shared/errors.ts';
import { checkCampaign } from '#shared/rules/campaign-check.ts';
import type { ReferenceFacts } from '#shared/rules/reference-facts.ts';

/** The campaigns that come with the program, by file name. Throws GuichetError `campaign-invalid` naming file and fault. */
export function readShippedCampaigns(facts: Pick<ReferenceFacts, 'findAcademy'>): Campaign[] {
  return readdirSync(assetPath('campaigns'))
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const json: unknown = JSON.parse(readFileSync(assetPath(`campaigns/${file}`), 'utf8'));
      const { campaign, faults } = checkCampaign(json, facts);
      if (campaign) return campaign;
      throw new GuichetError('campaign-invalid', {
        detail: { file, fault: faults.map(({ path, message }) => `${path} : ${message}`).join(' ') },
      });
    });
}
