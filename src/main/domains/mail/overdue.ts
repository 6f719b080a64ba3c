import type { CommandOutput } from '#shared/contract/index.ts';
import type { OverdueFile } from '#shared/contract/mail.ts';
import { localDate, localToMs } from '#shared/rules/local-time.ts';
import type { StationContext } from '#main/context.ts';
import { listCampaigns } from '#main/domains/campaigns/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { overdueR408, soonDueR408 } from './overdue-r408.ts';
import { overdueReturns } from './overdue-returns.ts';

/** A list is read by a person: she gets it in parts. */
export const LIST_LIMIT = 1000;

/** What stands overdue now, or at the start of a local day. Proposes; a person decides. */
export function overdueFiles(
  context: StationContext,
  reference: Reference,
  at: string | undefined,
): CommandOutput<'returns.overdue'> {
  const moments = listCampaigns(context, reference).map((campaign) => {
    const nowMs = at === undefined ? context.clock.nowMs() : localToMs(`${at}T00:00`, campaign.timeZone);
    return { campaign, nowMs, today: localDate(nowMs, campaign.timeZone) };
  });
  return {
    toCancel: asList(moments.flatMap((moment) => overdueReturns(context, reference, moment, LIST_LIMIT + 1))),
    toExclude: asList(moments.flatMap((moment) => overdueR408(context, reference, moment, LIST_LIMIT + 1))),
    soonDue: moments.flatMap((moment) => soonDueR408(context, reference, moment, LIST_LIMIT)),
  };
}

function asList(files: OverdueFile[]): { files: OverdueFile[]; hasMore: boolean } {
  return { files: files.slice(0, LIST_LIMIT).sort(byName), hasMore: files.length > LIST_LIMIT };
}

function byName(a: OverdueFile, b: OverdueFile): number {
  return `${a.birthName} ${a.givenNames}`.localeCompare(`${b.birthName} ${b.givenNames}`, 'fr');
}
