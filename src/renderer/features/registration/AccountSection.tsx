import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Section } from '../../ui/Section.tsx';

/**
 * What the notice says of the portal's account, to be told before the candidate leaves: one per address, 48 hours to activate it, where
 * later documents appear (S0-07 to S0-09, S4-03). The counter opens no account.
 */
export function AccountSection({ campaignId }: { campaignId: string }) {
  const { data: campaign } = useCommandQuery('campaigns.get', { id: campaignId });
  if (!campaign || campaign.texts.account.length === 0) return null;
  return (
    <Section title="À dire au candidat : son espace sur le portail">
      <ul>
        {campaign.texts.account.map((text) => (
          <li key={text}>{text}</li>
        ))}
        <li>{campaign.links.portal}</li>
      </ul>
    </Section>
  );
}
