import type { Campaign } from '#shared/contract/campaign.ts';
import type { Slip } from '#shared/contract/portfolios.ts';
import { GuichetError } from '#shared/errors.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import { findCampaign } from '#main/domains/campaigns/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { campaignOf, getRegistration } from '#main/domains/registrations/index.ts';
import { sendPrint } from '#main/printing/index.ts';
import { makeSlip } from './make-slip.ts';
import { registeredCampaigns } from './queue-store.ts';
import { getQueue, queuesOf, readyFilesOf } from './queues.ts';
import { deskOf, routingOf } from './routing.ts';
import { getSlip, slipsOf, type StoredSlip } from './slip-store.ts';

type PortfolioCommands =
  | 'portfolios.of'
  | 'portfolios.list'
  | 'portfolios.queue'
  | 'portfolios.makeSlip'
  | 'portfolios.slips'
  | 'portfolios.slipPdf'
  | 'portfolios.printSlip';

export function portfolioHandlers(reference: Reference): Handlers<PortfolioCommands> {
  return {
    'portfolios.of': ({ number }, context) => {
      const registration = getRegistration(context, number);
      const campaign = campaignOf(context, reference, registration);
      const { main, transversal } = routingOf(registration, campaign, reference);
      return {
        isRouted: campaign.portfolios.length > 0,
        main: main && deskOf(main),
        transversal: transversal.map(deskOf),
      };
    },
    'portfolios.list': (_input, context) =>
      registeredCampaigns(context.database).flatMap((id) => {
        const campaign = findCampaign(context, reference, id);
        if (!campaign) return [];
        const queues = queuesOf(context.database, campaign);
        return [{ campaignId: id, campaignTitle: campaign.title, queues }];
      }),
    'portfolios.queue': ({ campaignId, portfolioId }, context) => {
      const campaign = getCampaign(context, reference, campaignId);
      const { desk, counts } = getQueue(context.database, campaign, portfolioId);
      const ready = readyFilesOf(context.database, reference, campaign, portfolioId);
      return { campaignTitle: campaign.title, desk, counts, ready: ready.map(({ file }) => file) };
    },
    'portfolios.makeSlip': async ({ campaignId, portfolioId }, context) =>
      told(await makeSlip(context, reference, getCampaign(context, reference, campaignId), portfolioId)),
    'portfolios.slips': (_input, { database }) => slipsOf(database).map(told),
    'portfolios.slipPdf': ({ id }, { database, files }) => {
      const slip = getSlip(database, id);
      return { ...told(slip), pdf: files.get(slip.fileId) };
    },
    'portfolios.printSlip': ({ id, printer }, context) => {
      const { fileId, slipNumber } = getSlip(context.database, id);
      const pdf = context.files.get(fileId);
      return sendPrint(context, { title: `Bordereau ${slipNumber}`, pdf, fileId, printer });
    },
  };
}

function getCampaign(context: StationContext, reference: Reference, id: string): Campaign {
  const campaign = findCampaign(context, reference, id);
  if (!campaign) throw new GuichetError('unknown-campaign');
  return campaign;
}

/** Without what only the store needs. */
function told({ fileId: _fileId, rank: _rank, ...slip }: StoredSlip): Slip {
  return slip;
}
