import type { Campaign } from '#shared/contract/campaign.ts';
import type { LocatedFault } from '#shared/contract/campaigns.ts';
import { GuichetError } from '#shared/errors.ts';
import { checkCampaign } from '#shared/rules/campaign-check.ts';
import type { StationContext } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { readCampaignText } from './campaign-text.ts';
import { findCampaign } from './find-campaign.ts';
import { lossesOf } from './registrations-at-stake.ts';

export interface JudgedFile {
  /** Only without a fault. */
  campaign?: Campaign;
  /** What is in force under the same id. */
  former?: Campaign;
  faults: LocatedFault[];
  remarks: LocatedFault[];
}

/** A campaign file before the official lists and the registrations of this station, each fault at its line. */
export function judgeFile(
  context: Pick<StationContext, 'database'>,
  reference: Reference,
  content: string,
): JudgedFile {
  const text = readCampaignText(content);
  if (text.faults.length > 0) return { faults: text.faults, remarks: [] };
  const { campaign, ...found } = checkCampaign(text.json, reference);
  const remarks = found.remarks.map(text.locate);
  if (!campaign) return { faults: found.faults.map(text.locate), remarks };
  const former = findCampaign(context, reference, campaign.id);
  const faults = (former ? lossesOf(context.database, former, campaign) : []).map(text.locate);
  return { ...(faults.length === 0 ? { campaign } : {}), ...(former ? { former } : {}), faults, remarks };
}

/** Throws `campaign-invalid` with the first fault. */
export function requireSound(judged: JudgedFile): JudgedFile & { campaign: Campaign } {
  const { campaign, faults } = judged;
  if (campaign) return { ...judged, campaign };
  const [first] = faults;
  throw new GuichetError('campaign-invalid', {
    detail: { path: first?.path ?? '', message: first?.message ?? '', line: String(first?.line ?? 1) },
  });
}
