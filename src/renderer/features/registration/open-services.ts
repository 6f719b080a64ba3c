import type { Exam } from '#shared/contract/answers.ts';
import type { CampaignSummary } from '#shared/contract/campaigns.ts';
import { EXAM_LABELS } from '#shared/fields/stringify.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import type { Option } from '../../ui/Select.tsx';

/** An exam in a campaign: what a candidate chooses in one go. */
export interface ServiceChoice {
  campaignId: string;
  exam: Exam;
}

/** Every exam that is open now, and the one already chosen even if it has closed since. */
export function openServices(
  campaigns: readonly CampaignSummary[],
  chosen: Partial<ServiceChoice>,
): (Option & ServiceChoice)[] {
  return campaigns.flatMap((campaign) =>
    campaign.exams
      .filter(
        ({ exam, window }) =>
          window.state === 'open' || (campaign.id === chosen.campaignId && exam === chosen.exam),
      )
      .map(({ exam, window }) => ({
        campaignId: campaign.id,
        exam,
        value: serviceKey({ campaignId: campaign.id, exam }),
        label: `${EXAM_LABELS[exam]} — ${campaign.title} · ${windowWords(window)}`,
      })),
  );
}

export function serviceKey({ campaignId, exam }: Partial<ServiceChoice>): string {
  return `${campaignId ?? ''}|${exam ?? ''}`;
}

function windowWords(window: CampaignSummary['exams'][number]['window']): string {
  switch (window.state) {
    case 'open':
      return window.closesAt === null ? 'clôture non fixée' : `jusqu’au ${frenchLocal(window.closesAt)}`;
    case 'closed':
      return `clos depuis le ${frenchLocal(window.closedAt)}`;
    case 'notOpen':
      return `ouvre le ${frenchLocal(window.opensAt)}`;
    case 'undated':
      return 'période non fixée';
  }
}
