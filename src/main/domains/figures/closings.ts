import { EXAMS } from '#shared/contract/answers.ts';
import type { Figures } from '#shared/contract/figures.ts';
import { windowStateOf } from '#shared/rules/campaign-windows.ts';
import { localDate } from '#shared/rules/local-time.ts';
import type { StationContext } from '#main/context.ts';
import { knownCampaigns } from '#main/domains/campaigns/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { getStation } from '#main/domains/station/index.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What is open now and has a closing, soonest first: the last days are when the queue is longest (S0-05). */
export function closingsOf(
  { database, clock }: Pick<StationContext, 'database' | 'clock'>,
  reference: Reference,
): Figures['closings'] {
  const nowMs = clock.nowMs();
  const campaigns = knownCampaigns(database, reference, getStation(database).training);
  return campaigns
    .flatMap(({ campaign }) =>
      EXAMS.flatMap((exam) => {
        const window = windowStateOf(campaign, exam, nowMs);
        if (window.state !== 'open' || window.closesAt === null) return [];
        const { closesAt } = window;
        const daysLeft = daysFrom(localDate(nowMs, campaign.timeZone), closesAt);
        return [{ campaignId: campaign.id, campaignTitle: campaign.title, exam, closesAt, daysLeft }];
      }),
    )
    .sort((a, b) => a.closesAt.localeCompare(b.closesAt));
}

/** Whole local days; 0 on the day itself. */
function daysFrom(today: string, closesAt: string): number {
  return Math.round((Date.parse(closesAt.slice(0, 10)) - Date.parse(today)) / DAY_MS);
}
