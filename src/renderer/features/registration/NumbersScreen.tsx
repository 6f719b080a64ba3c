import { useState } from 'react';
import type { Registration } from '#shared/contract/registrations.ts';
import {
  formatVersion,
  groupCandidateNumber,
  groupRegistrationNumber,
} from '#shared/rules/registration-number.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { ConfirmationPreview, PrintButton } from '../confirmation/index.ts';
import { AccountSection } from './AccountSection.tsx';
import { PieceList } from './PieceList.tsx';
import { StepTabs } from './StepTabs.tsx';

/** Step 7: what the candidate leaves with. */
export function NumbersScreen({ number }: { number: string }) {
  const registration = useCommandQuery('registrations.get', { number });
  return <Loaded query={registration}>{(found) => <Numbers registration={found} />}</Loaded>;
}

function Numbers({ registration }: { registration: Registration }) {
  const { answers, closesAt, registrationNumber: number, version } = registration;
  const [isPreviewed, setIsPreviewed] = useState(false);
  return (
    <div className="page">
      <PageHeader
        title={`${answers.identification.birthName} ${answers.identification.givenNames}`}
        subtitle={registration.specialtyLabel}
      />
      <StepTabs current={7} problemCount={() => 0} />
      <Notice
        tone="good"
        title={
          version === 1
            ? 'Inscription enregistrée.'
            : 'Modification enregistrée : une nouvelle signature est nécessaire.'
        }
      />
      <div className="columns">
        <NumbersSection registration={registration} />
        <Section title="Pièces à fournir">
          <PieceList pieces={registration.pieces} />
        </Section>
      </div>
      <p>
        {closesAt === null
          ? 'La clôture des inscriptions n’est pas fixée.'
          : `Modifiable jusqu’au ${frenchLocal(closesAt)} (heure locale) ; plus aucune modification ensuite.`}
      </p>
      <AccountSection campaignId={answers.candidature.campaignId} />
      <div className="actions">
        <PrintButton number={number} />
        <Button keys="Alt+P" onPress={() => setIsPreviewed(!isPreviewed)}>
          {isPreviewed ? 'Fermer l’aperçu' : 'Aperçu'}
        </Button>
        <Button keys="Alt+D" onPress={() => navigate({ screen: 'dossier', number })}>
          Ouvrir le dossier
        </Button>
      </div>
      {isPreviewed && <ConfirmationPreview number={number} version={version} />}
    </div>
  );
}

function NumbersSection({ registration }: { registration: Registration }) {
  const { returnDeadline } = registration;
  return (
    <Section title="Numéros">
      <dl className="answers">
        <div className="answer full-width">
          <dt>N° inscription</dt>
          <dd className="number-large">{groupRegistrationNumber(registration.registrationNumber)}</dd>
        </div>
        <div className="answer">
          <dt>N° candidat</dt>
          <dd className="number">{groupCandidateNumber(registration.candidateNumber)}</dd>
        </div>
        <div className="answer">
          <dt>Version</dt>
          <dd>{formatVersion(registration.version)}</dd>
        </div>
        <div className="answer full-width">
          <dt>Confirmation signée à rendre au plus tard</dt>
          <dd>{returnDeadline === null ? 'date fixée après la clôture' : frenchLocal(returnDeadline)}</dd>
        </div>
      </dl>
    </Section>
  );
}
