import type { Registration } from '#shared/contract/registrations.ts';
import { EXAM_LABELS } from '#shared/fields/stringify.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { isSettled } from '#shared/rules/registration-status.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ConfirmationPreview } from '../confirmation/index.ts';
import { LettersPanel } from '../letters/index.ts';
import { PortalPanel } from '../portal/index.ts';
import { CaseManagerFacts } from '../portfolios/index.ts';
import { PieceChecklist } from '../pieces/index.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { DossierActions } from './DossierActions.tsx';
import { DossierAnswers } from './DossierAnswers.tsx';
import { DossierFacts } from './DossierFacts.tsx';
import { EndedNotice } from './EndedNotice.tsx';
import { FileEvents } from './FileEvents.tsx';
import { VersionHistory } from './VersionHistory.tsx';

export function DossierScreen({ number }: { number: string }) {
  const registration = useCommandQuery('registrations.get', { number });
  return <Loaded query={registration}>{(found) => <Dossier registration={found} />}</Loaded>;
}

/** Everything about one registration: what was answered, what is on paper, what happened. */
function Dossier({ registration }: { registration: Registration }) {
  const { registrationNumber: number, version, answers } = registration;
  return (
    <div className="page">
      <PageHeader
        title={`${answers.identification.birthName} ${answers.identification.givenNames}`}
        subtitle={`${EXAM_LABELS[answers.candidature.exam]} · ${registration.specialtyLabel} · session ${registration.examYear}`}
        actions={<DossierActions registration={registration} />}
      />
      <EndedNotice registration={registration} />
      <ConflictNotice number={number} />
      <DossierFacts registration={registration} />
      <CaseManagerFacts number={number} />
      <Tabs
        label={`Dossier ${groupRegistrationNumber(number)}`}
        tabs={[
          { id: 'answers', title: 'Réponses', content: <DossierAnswers registration={registration} /> },
          {
            id: 'pieces',
            title: `Pièces (${piecesLeft(registration)})`,
            content: <PieceChecklist number={number} />,
          },
          {
            id: 'confirmation',
            title: 'Confirmation',
            content: <ConfirmationPreview number={number} version={version} />,
          },
          { id: 'letters', title: 'Lettres', content: <LettersPanel number={number} /> },
          {
            id: 'portal',
            title: 'Portail',
            content: <PortalPanel number={number} email={answers.identification.email} />,
          },
          {
            id: 'history',
            title: `Historique (version ${formatVersion(version)})`,
            content: (
              <div className="step-body">
                <FileEvents events={registration.events} />
                <VersionHistory registration={registration} />
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}

function piecesLeft({ pieces }: Registration): string {
  const left = pieces.filter((piece) => !isSettled(piece)).length;
  return left === 0 ? 'toutes' : `reste ${left}`;
}
