import type { Campaign } from '#shared/contract/campaign.ts';
import { frenchDate } from '#shared/fields/stringify.ts';
import { CLASS_LABELS, MODALITY_LABELS, POLICY_LABELS, WEEKDAYS } from '#shared/rules/campaign-words.ts';
import { Section } from '../../ui/Section.tsx';

/** How the paper comes back, what may be corrected on it, whom to ask. */
export function CampaignRules({ campaign }: { campaign: Campaign }) {
  const { redPen, service } = campaign;
  const facts: [string, string][] = [
    ['Académie', campaign.academyName],
    ['Session', campaign.session === null ? 'non datée' : String(campaign.session)],
    [
      'Retour de la confirmation',
      campaign.returnModalities.map((modality) => MODALITY_LABELS[modality]).join(', '),
    ],
    [
      'Stylo rouge',
      [POLICY_LABELS[redPen.policy], redPen.fieldClasses.map((name) => CLASS_LABELS[name]).join(', ')]
        .filter(Boolean)
        .join(' : '),
    ],
    ['Accusé de réception des envois', yesNo(campaign.acknowledgesReturns)],
    ['Récépissé au guichet', yesNo(campaign.receiptAtCounter)],
    ['Relances', yesNo(campaign.sendsReminders)],
    ['Annulation sans les pièces', yesNo(campaign.cancelsWithoutPieces)],
    ['Résidence dans l’académie', campaign.residence === 'required' ? 'obligatoire' : 'conseillée'],
    [
      'Attestation R.408',
      campaign.r408DueOn === null ? 'non demandée' : `avant le ${frenchDate(campaign.r408DueOn)}`,
    ],
    ['Jours d’accueil', service.weekdays.map((day) => WEEKDAYS[day - 1]).join(', ')],
    ['Service', [service.name, service.bureau].filter(Boolean).join(', ')],
    ['Adresse', service.addressLines.join(', ')],
    ['Courriel', service.email ?? '—'],
    ['Téléphone', service.phone ?? '—'],
    ['Portail des candidats', campaign.links.portal],
  ];
  return (
    <Section title="Règles et service">
      <dl className="answers">
        {facts.map(([term, value]) => (
          <div key={term} className="answer">
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function yesNo(value: boolean): string {
  return value ? 'oui' : 'non';
}
