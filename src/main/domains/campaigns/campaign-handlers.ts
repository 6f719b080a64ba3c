import { EXAMS, type Exam } from '#shared/contract/answers.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import type { CampaignSummary } from '#shared/contract/campaigns.ts';
import { GuichetError } from '#shared/errors.ts';
import { campaignChanges } from '#shared/rules/campaign-changes.ts';
import { lastCounterDay } from '#shared/rules/campaign-counter-day.ts';
import { closesMs, returnDeadline, windowAt, windowStateOf } from '#shared/rules/campaign-windows.ts';
import type { Handlers } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { getStation } from '#main/domains/station/index.ts';
import { campaignHistory } from './campaign-history.ts';
import { keepCampaign, knownCampaigns, type KnownCampaign } from './campaign-store.ts';
import { findCampaign } from './find-campaign.ts';
import { judgeFile, requireSound } from './judge-file.ts';

type CampaignCommands =
  | 'campaigns.list'
  | 'campaigns.get'
  | 'campaigns.check'
  | 'campaigns.compare'
  | 'campaigns.import'
  | 'campaigns.history';

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
    'campaigns.check': ({ content }, context) => {
      const { campaign, faults, remarks } = judgeFile(context, reference, content);
      return { id: campaign?.id ?? null, faults, remarks };
    },
    'campaigns.compare': ({ content }, context) => {
      const { campaign, former } = requireSound(judgeFile(context, reference, content));
      return {
        id: campaign.id,
        title: campaign.title,
        isNew: former === undefined,
        changes: former ? campaignChanges(former, campaign) : [],
      };
    },
    'campaigns.import': ({ content }, context) => {
      const { campaign } = requireSound(judgeFile(context, reference, content));
      if (campaign.training && !getStation(context.database).training)
        throw new GuichetError('training-mismatch');
      keepCampaign(context.database, campaign, context.agent.name, context.clock.nowMs());
      context.emit('campaigns.changed', {});
      return { id: campaign.id };
    },
    'campaigns.history': ({ id }, { database }) => campaignHistory(database, reference, id),
  };
}

function summaryOf({ campaign, origin }: KnownCampaign, nowMs: number): CampaignSummary {
  const exams = EXAMS.filter((exam) => campaign.windows.some((window) => window.exams.includes(exam)));
  return {
    id: campaign.id,
    title: campaign.title,
    academyCode: campaign.academyCode,
    academyName: campaign.academyName,
    session: campaign.session,
    training: campaign.training,
    origin,
    exams: exams.map((exam) => {
      const open = windowAt(campaign, exam, nowMs);
      return {
        exam,
        window: windowStateOf(campaign, exam, nowMs),
        returnDeadline: lastReturnDeadline(campaign, exam) ?? null,
        lastCounterDay: (open && lastCounterDay(open, campaign)) ?? null,
      };
    }),
  };
}

/** Of the exam's last window: the date a clerk tells people. */
function lastReturnDeadline(campaign: Campaign, exam: Exam): string | undefined {
  const windows = campaign.windows.filter((window) => window.exams.includes(exam));
  const last = windows.sort((a, b) => closesMs(b, campaign) - closesMs(a, campaign))[0];
  return last && returnDeadline(last);
}
