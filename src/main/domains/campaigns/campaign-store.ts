import { campaignSchema, type Campaign } from '#shared/contract/campaign.ts';
import { jsonOf, numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { newId } from '#main/new-id.ts';

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
  for (const campaign of shippedCampaigns(reference)) known.set(campaign.id, { campaign, origin: 'shipped' });
  for (const row of database.all('SELECT content FROM campaign ORDER BY id')) {
    const campaign = jsonOf(row, 'content', campaignSchema);
    known.set(campaign.id, { campaign, origin: 'imported' });
  }
  return [...known.values()].filter(({ campaign }) => training || !campaign.training);
}

/** Files of the program do not change while it runs, and every judgement of a registration asks for its campaign. */
const shipped = new WeakMap<Reference, readonly Campaign[]>();

export function shippedCampaigns(reference: Reference): readonly Campaign[] {
  let campaigns = shipped.get(reference);
  if (!campaigns) {
    campaigns = reference.shippedCampaigns();
    shipped.set(reference, campaigns);
  }
  return campaigns;
}

/** In force from now on; what was is kept. */
export function keepCampaign(
  database: WritableDatabase,
  campaign: Campaign,
  by: string,
  nowMs: number,
): void {
  const content = JSON.stringify(campaign);
  database.transaction(() => {
    database.run(
      `INSERT INTO campaign (id, content, imported_at_ms, imported_by) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET content = excluded.content, imported_at_ms = excluded.imported_at_ms, imported_by = excluded.imported_by`,
      campaign.id,
      content,
      nowMs,
      by,
    );
    database.run(
      'INSERT INTO campaign_import (id, campaign_id, content, imported_at_ms, imported_by) VALUES (?, ?, ?, ?, ?)',
      newId(),
      campaign.id,
      content,
      nowMs,
      by,
    );
  });
}

export interface KeptImport {
  campaign: Campaign;
  importedAtMs: number;
  importedBy: string;
}

/** Every content that was ever imported under an id, oldest first. */
export function importsOf(database: ReadableDatabase, campaignId: string): KeptImport[] {
  return database
    .all('SELECT * FROM campaign_import WHERE campaign_id = ? ORDER BY imported_at_ms, id', campaignId)
    .map((row) => ({
      campaign: jsonOf(row, 'content', campaignSchema),
      importedAtMs: numberOf(row, 'imported_at_ms'),
      importedBy: textOf(row, 'imported_by'),
    }));
}
