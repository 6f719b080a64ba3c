import type { Campaign } from '#shared/contract/campaign.ts';
import type { Desk, ReadyFile } from '#shared/contract/portfolios.ts';
import { GuichetError } from '#shared/errors.ts';
import { localMinute } from '#shared/rules/local-time.ts';
import { formatVersion } from '#shared/rules/registration-number.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import type { StationContext } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import {
  findRegistrationById,
  recordEvent,
  saveAttachment,
  type StoredRegistration,
} from '#main/domains/registrations/index.ts';
import { getStation } from '#main/domains/station/index.ts';
import { newId } from '#main/new-id.ts';
import { getQueue, readyFilesOf } from './queues.ts';
import { getSlip, insertSlip, nextSlipRank, type StoredSlip } from './slip-store.ts';

/**
 * Hands every ready file of a queue over, on paper and in the base: numbered, archived, told in each file. Throws `slip-empty`, and
 * `stale-version` when a file changed while the paper was being made.
 */
export async function makeSlip(
  context: StationContext,
  reference: Reference,
  campaign: Campaign,
  portfolioId: string,
): Promise<StoredSlip> {
  const { database, files, clock, agent } = context;
  const { desk } = getQueue(database, campaign, portfolioId);
  const ready = readyFilesOf(database, reference, campaign, portfolioId);
  if (ready.length === 0) throw new GuichetError('slip-empty');
  const rank = nextSlipRank(database);
  const slipNumber = `BT-${getStation(database).block}-${String(rank).padStart(4, '0')}`;
  const issuedAtMs = clock.nowMs();
  const paper = { slipNumber, issuedAtMs, desk, files: ready.map(({ file }) => file) };
  const file = files.put(await drawSlip(context, campaign, paper), 'application/pdf');
  const registrations = ready.map(({ registration }) => registration);
  const slip = {
    id: newId(),
    rank,
    slipNumber,
    campaignId: campaign.id,
    portfolioId,
    portfolioTitle: desk.title,
    entryCount: ready.length,
    fileId: file.id,
    issuedAtMs,
    issuedBy: agent.name,
  };
  database.transaction(() => {
    for (const registration of registrations) handOver(context, registration, slipNumber, desk);
    insertSlip(database, slip, registrations);
  });
  for (const { registrationNumber } of registrations)
    context.emit('registrations.changed', { registrationNumber });
  context.emit('slips.changed', {});
  context.emit('outbox.changed', {});
  return getSlip(database, slip.id);
}

async function drawSlip(
  { database, agent }: StationContext,
  campaign: Campaign,
  paper: { slipNumber: string; issuedAtMs: number; desk: Desk; files: ReadyFile[] },
): Promise<Uint8Array> {
  const { slipNumber, issuedAtMs, desk, files } = paper;
  const { office, name, training } = getStation(database);
  // The PDF library takes longer to load than the rest of the program: only who draws waits for it.
  const { renderSlipPdf } = await import('#main/documents/slip/index.ts');
  return renderSlipPdf(
    {
      slipNumber,
      academyName: campaign.academyName,
      serviceName: [campaign.service.name, campaign.service.bureau].filter(Boolean).join(', '),
      campaignTitle: campaign.title,
      issuedOn: frenchLocal(localMinute(issuedAtMs, campaign.timeZone)),
      sender: `${agent.name}, ${office} (${name})`,
      receiver: [desk.title, desk.phone, desk.email].filter((part) => part !== null).join(' · '),
      files,
      training,
    },
    issuedAtMs,
  );
}

/** Between the list and here the paper was drawn, and another command may have run: what the paper says must still be true. */
function handOver(context: StationContext, listed: StoredRegistration, slipNumber: string, desk: Desk): void {
  const now = findRegistrationById(context.database, listed.id);
  if (now?.version !== listed.version || now.status !== listed.status)
    throw new GuichetError('stale-version', {
      detail: { latest: formatVersion(now?.version ?? listed.version) },
    });
  const version = formatVersion(now.version);
  recordEvent(context, now.id, 'slipIssued', { slipNumber, portfolio: desk.title, version });
  saveAttachment(context, now, {
    changes: [{ path: `file.slips.${slipNumber}`, before: null, after: version }],
  });
}
