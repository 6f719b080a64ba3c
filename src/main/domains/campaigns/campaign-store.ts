import { campaignSchema, type Campaign } from '#shared/contract/campaign.ts';
import { jsonOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import type { Reference } from '#main/domains/reference/index.ts';

export interface KnownCampaign {
  campaign: Campaign;
  origin: 'shipped' | 'imported';
}

/** Shipped campaigns and imported ones; an imported one replaces a shipped one of the same id. Training ones in a base école only. */
export function knownCampaigns(
  database: ReadableDatabase,
  reference: Reference,
  training: boolean,
): KnownCampaign[] {
  const known = new Map<string, KnownCampaign>();
  for (const campaign of reference.shippedCampaigns())
    known.set(campaign.id, { campaign, origin: 'shipped' });
  for (const row of database.all('SELECT content FROM campaign ORDER BY id')) {
    const campaign = jsonOf(row, 'content', campaignSchema);
    known.set(campaign.id, { campaign, origin: 'imported' });
  }
  return [...known.values()].filter(({ campaign }) => training || !campaign.training);
}

export function keepCampaign(
  database: WritableDatabase,
  campaign: Campaign,
  by: string,
  nowMs: number,
): void {
  database.run(
    `INSERT INTO campaign (id, content, imported_at_ms, imported_by) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET content = excluded.content, imported_at_ms = excluded.imported_at_ms, imported_by = excluded.imported_by`,
    campaign.id,
    JSON.stringify(campaign),
    nowMs,
    by,
  );
}
