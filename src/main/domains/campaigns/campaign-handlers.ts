import { EXAMS, type Exam } from '#shared/contract/answers.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import type { CampaignSummary } from '#shared/contract/campaigns.ts';
import { GuichetError } from '#shared/errors.ts';
import { checkCampaign } from '#shared/rules/campaign-check.ts';
import { closesMs, returnDeadline, windowStateOf } from '#shared/rules/campaign-windows.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { getStation } from '#main/domains/station/index.ts';
import { keepCampaign, knownCampaigns, type KnownCampaign } from './campaign-store.ts';

type CampaignCommands = 'campaigns.list' | 'campaigns.get' | 'campaigns.check' | 'campaigns.import';

export function campaignHandlers(reference: Reference): Handlers<CampaignCommands> {
  return {
    'campaigns.list': (_input, context) =>
      knownCampaigns(context.database, reference, getStation(context.database).training).map((known) =>
        summaryOf(known, context.clock.nowMs()),
      ),
    'campaigns.get': ({ id }, context) => {
      const campaign = findCampaign(context, reference, id);
      if (!campaign) throw new GuichetError('unknown-campaign');
      return campaign;
    },
    'campaigns.check': ({ content }) => {
      const { campaign, faults } = checkCampaign(parseJson(content), reference);
      return { id: campaign?.id ?? null, faults };
    },
    'campaigns.import': ({ content }, context) => {
      const { campaign, faults } = checkCampaign(parseJson(content), reference);
      const [fault] = faults;
      if (!campaign || fault) {
        throw new GuichetError('campaign-invalid', {
          detail: { path: fault?.path ?? '', message: fault?.message ?? '' },
        });
      }
      if (campaign.training && !getStation(context.database).training)
        throw new GuichetError('training-mismatch');
      keepCampaign(context.database, campaign, context.agent.login, context.clock.nowMs());
      context.emit('campaigns.changed', {});
      return { id: campaign.id };
    },
  };
}

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

function summaryOf({ campaign, origin }: KnownCampaign, nowMs: number): CampaignSummary {
  const exams = EXAMS.filter((exam) => campaign.windows.some((window) => window.exams.includes(exam)));
  return {
    id: campaign.id,
    title: campaign.title,
    academyName: campaign.academyName,
    session: campaign.session,
    training: campaign.training,
    origin,
    exams: exams.map((exam) => ({
      exam,
      window: windowStateOf(campaign, exam, nowMs),
      returnDeadline: lastReturnDeadline(campaign, exam) ?? null,
    })),
  };
}

/** Of the exam's last window: the date a clerk tells people. */
function lastReturnDeadline(campaign: Campaign, exam: Exam): string | undefined {
  const windows = campaign.windows.filter((window) => window.exams.includes(exam));
  const last = windows.sort((a, b) => closesMs(b, campaign) - closesMs(a, campaign))[0];
  return last && returnDeadline(last);
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    throw new GuichetError('campaign-invalid', {
      detail: { path: '', message: 'Le fichier n’est pas du JSON.' },
    });
  }
}
