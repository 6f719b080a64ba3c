import type { Campaign, Modality } from '#shared/contract/campaign.ts';
import { frenchDate } from '#shared/fields/stringify.ts';
import type { FieldClass } from '#shared/fields/catalogue.ts';
import { Section } from '../../ui/Section.tsx';

const MODALITIES: Record<Modality, string> = {
  post: 'par la poste',
  upload: 'par téléversement',
  counter: 'au guichet',
};

const CLASSES: Record<FieldClass, string> = {
  identity: 'identité',
  contact: 'coordonnées',
  choice: 'choix de l’examen',
  examPaper: 'épreuves',
};

const POLICIES: Record<Campaign['redPen']['policy'], string> = {
  none: 'Aucune correction sur le papier',
  slipsOnly: 'Erreurs de saisie seulement',
  all: 'Toute correction',
};

/** How the paper comes back, what may be corrected on it, whom to ask. */
export function CampaignRules({ campaign }: { campaign: Campaign }) {
  const { redPen, service } = campaign;
  const facts: [string, string][] = [
    ['Académie', campaign.academyName],
    ['Session', campaign.session === null ? 'non datée' : String(campaign.session)],
    [
      'Retour de la confirmation',
      campaign.returnModalities.map((modality) => MODALITIES[modality]).join(', '),
    ],
    [
      'Stylo rouge',
      [POLICIES[redPen.policy], redPen.fieldClasses.map((name) => CLASSES[name]).join(', ')]
        .filter(Boolean)
        .join(' : '),
    ],
    ['Accusé de réception', campaign.acknowledgesReturns ? 'oui' : 'non'],
    ['Relances', campaign.sendsReminders ? 'oui' : 'non'],
    [
      'Attestation R.408',
      campaign.r408DueOn === null ? 'non demandée' : `avant le ${frenchDate(campaign.r408DueOn)}`,
    ],
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
