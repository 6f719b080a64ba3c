import type { Registration } from '#shared/contract/registrations.ts';
import { EXAM_LABELS } from '#shared/fields/stringify.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ConfirmationPreview, PrintButton } from '../confirmation/index.ts';
import { DossierAnswers } from './DossierAnswers.tsx';
import { DossierFacts } from './DossierFacts.tsx';
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
        actions={
          <>
            <Button keys="Alt+M" onPress={() => navigate({ screen: 'amendment', number })}>
              Modifier
            </Button>
            <PrintButton number={number} />
          </>
        }
      />
      <DossierFacts registration={registration} />
      <Tabs
        label={`Dossier ${groupRegistrationNumber(number)}`}
        tabs={[
          { id: 'answers', title: 'Réponses', content: <DossierAnswers registration={registration} /> },
          {
            id: 'confirmation',
            title: 'Confirmation',
            content: <ConfirmationPreview number={number} version={version} />,
          },
          {
            id: 'history',
            title: `Historique (version ${formatVersion(version)})`,
            content: <VersionHistory registration={registration} />,
          },
        ]}
      />
    </div>
  );
}
