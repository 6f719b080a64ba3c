import { openReference } from '#main/domains/reference/index.ts';
import { keepCampaign } from '#main/domains/campaigns/campaign-store.ts';
import { findRegistration } from '#main/domains/registrations/index.ts';
import { acceptPage } from '#main/domains/returns/accept-page.ts';
import { insertPage } from '#main/domains/returns/page-store.ts';
import { openStack } from '#main/domains/returns/stack-store.ts';
import { newId } from '#main/new-id.ts';
import { aCampaign } from '../../builders/campaign.ts';
import type { OpenStation } from '../../builders/open-station.ts';

/** A signed page that came back is kept, and a person accepts it: the scan, the return and the op. Answers the page. */
export function acceptScan({ context }: OpenStation, number: string, content: Uint8Array): string {
  const { database, clock, files, agent } = context;
  const registration = findRegistration(database, number);
  if (!registration) throw new Error(`no registration ${number}`);
  const file = files.put(content, 'image/png');
  const [id, stackId] = [newId(), newId()];
  database.transaction(() => {
    // The one a registration is made under, and the one its answers name.
    for (const campaign of ['essai-2027', 'training-2027'])
      keepCampaign(database, aCampaign({ id: campaign, training: false }), agent.login, 0);
    openStack(database, stackId, agent.login, clock.nowMs());
    insertPage(database, {
      id,
      stackId,
      registrationId: registration.id,
      sourceFileId: file.id,
      imageFileId: null,
      imageFacts: null,
      readAtMs: clock.nowMs(),
      reading: {
        file: 'essai.png',
        page: 1,
        status: 'matched',
        registrationNumber: number,
        version: registration.version,
        sheetPage: 1,
        sheetPages: 1,
        rotation: 0,
        colour: 'colour',
        signature: { state: 'present' },
        date: { state: 'present' },
        marks: [],
        warnings: [],
        needsReview: false,
        reasons: [],
        elapsedMs: 1,
      },
    });
  });
  const acceptance = { id, signed: true, dated: true, changes: {}, seenMarks: [], alone: true };
  acceptPage(context, openReference(), acceptance);
  return id;
}
