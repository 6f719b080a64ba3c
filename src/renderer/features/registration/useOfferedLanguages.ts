import { useWatch } from 'react-hook-form';
import { useCommandQuery } from '../../host/useCommandQuery.ts';

/** The languages the académie of the chosen campaign can examine; empty: all. */
export function useOfferedLanguages(): readonly string[] {
  const campaignId = useWatch({ name: 'candidature.campaignId' }) as string | undefined;
  const campaign = useCommandQuery(
    'campaigns.get',
    { id: campaignId ?? '' },
    { enabled: campaignId !== undefined && campaignId !== '' },
  );
  return campaign.data?.languages ?? [];
}
