import type { Campaign } from '#shared/contract/campaign.ts';
import { Section } from '../../ui/Section.tsx';

/** The words that are printed and signed, exactly. */
export function CampaignTexts({ campaign }: { campaign: Campaign }) {
  const { texts } = campaign;
  const paragraphs: [string, string | undefined][] = [
    ['Déclaration signée', texts.statement],
    ['Stylo rouge', texts.redPen],
    ['Retour', texts.returnBy],
    ['Sans retour', texts.noReturn],
    ['Après la clôture', texts.afterClosing],
    ['Voies de recours', texts.appeal],
    ...texts.account.map((text, index): [string, string] => [`Compte du portail ${index + 1}`, text]),
    ...texts.notes.map((note, index): [string, string] => [`Note ${index + 1}`, note]),
    ...campaign.specificNotices.map((notice): [string, string] => [
      'Note spécifique',
      [notice.title, notice.url].filter(Boolean).join(' — '),
    ]),
  ];
  return (
    <Section title="Textes imprimés">
      <dl className="facts facts-stacked">
        {paragraphs.map(([term, text]) =>
          text === undefined ? null : (
            <div key={term} className="answer">
              <dt>{term}</dt>
              <dd className="paragraph">{text}</dd>
            </div>
          ),
        )}
      </dl>
    </Section>
  );
}
