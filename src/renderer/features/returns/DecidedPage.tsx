import type { ReturnedPage } from '#shared/contract/returned-pages.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { PrintButton } from '../confirmation/index.ts';
import { DECISION_WORDS } from './reading-words.ts';

/** What was decided, and what is left to do: what was corrected is printed, and signed again where the sheet bore no signature. */
export function DecidedPage({ page, onNext }: { page: ReturnedPage; onNext(): void }) {
  const { registrationNumber: number } = page.reading;
  const registration = useCommandQuery(
    'registrations.get',
    { number: number ?? '' },
    { enabled: number !== undefined },
  );
  const decision = DECISION_WORDS[page.decision];
  const isCorrected = page.madeVersion !== null && registration.data?.version === page.madeVersion;
  return (
    <div className="decision">
      <Section title="Page traitée" aside={<Badge tone={decision.tone}>{decision.label}</Badge>}>
        <p>
          {page.decidedBy !== null && `Par ${page.decidedBy}.`} {page.decisionReason}
        </p>
        {page.question !== null && (
          <p>
            Question de {page.askedBy} : « {page.question} » Réponse de{' '}
            {page.askedBy === page.decidedBy ? 'la même personne, seule' : page.decidedBy} : « {page.answer} »
          </p>
        )}
        {isCorrected && number !== undefined && (
          <>
            {registration.data?.status === 'awaitingReturn' ? (
              <Notice
                tone="warning"
                title="Une nouvelle version existe : imprimez-la pour une nouvelle signature."
              />
            ) : (
              <Notice tone="info" title="Une nouvelle version existe : imprimez-la pour le candidat.">
                La signature de cette feuille la couvre.
              </Notice>
            )}
            <PrintButton number={number} />
          </>
        )}
        <div className="actions">
          <Button onPress={onNext}>Page suivante</Button>
        </div>
      </Section>
    </div>
  );
}
