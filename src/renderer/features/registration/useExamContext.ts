import { useWatch } from 'react-hook-form';
import type { Exam } from '#shared/contract/answers.ts';
import type { FieldContext } from '../../fields/field-kind.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';

/** The exam chosen in step 2 and the session of its campaign, which decide what specialties there are. */
export function useExamContext(): FieldContext {
  const exam = useWatch({ name: 'candidature.exam' }) as Exam | undefined;
  const campaignId: unknown = useWatch({ name: 'candidature.campaignId' });
  const campaigns = useCommandQuery('campaigns.list', {});
  const session = campaigns.data?.find((campaign) => campaign.id === campaignId)?.session;
  return { exam, session: session ?? undefined };
}
