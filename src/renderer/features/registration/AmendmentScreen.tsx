import { useState } from 'react';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { diffAnswers } from '#shared/rules/answer-changes.ts';
import type { Registration } from '#shared/contract/registrations.ts';
import type { Answers } from '#shared/contract/answers.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/use-command.ts';
import { useCommandQuery } from '../../host/use-command-query.ts';
import { navigate } from '../../host/use-route.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { formValuesFrom } from './form-values.ts';
import { RegistrationEditor } from './RegistrationEditor.tsx';
import { useRegistrationForm } from './use-registration-form.ts';

export function AmendmentScreen({ number }: { number: string }) {
  const registration = useCommandQuery('registrations.get', { number }, { isFresh: true });
  return <Loaded query={registration}>{(found) => <Amendment found={found} />}</Loaded>;
}

/** The same form over saved answers. What changed becomes the next version, which needs a new signature. */
function Amendment({ found }: { found: Registration }) {
  // The version that was read is the one that is changed: a newer one makes the core refuse, and nothing is overwritten.
  const [saved] = useState(found);
  const registration = useRegistrationForm(formValuesFrom(saved.answers), 1);
  const { form, showProblems, goTo } = registration;
  const amend = useCommand('registrations.amend');
  const say = useSay();
  const number = saved.registrationNumber;

  const save = (answers: Answers) => {
    const changes = Object.fromEntries(
      diffAnswers(saved.answers, answers).map(({ path, after }) => [path, after]),
    );
    amend.mutate(
      { number, changes, onVersion: saved.version },
      {
        onSuccess: ({ version }) => {
          say(`Modification enregistrée : version ${version}.`);
          navigate({ screen: 'numbers', number });
        },
        onError: (error) => showProblems(error.fields),
      },
    );
  };

  return (
    <RegistrationEditor
      registration={registration}
      number={number}
      saveLabel="Enregistrer la modification"
      isSaving={amend.isPending}
      refusal={amend.error}
      onSave={() => void form.handleSubmit(save, () => goTo(6))()}
      header={
        <PageHeader
          title={`Modifier — ${saved.answers.identification.birthName} ${saved.answers.identification.givenNames}`}
          subtitle={`N° inscription ${groupRegistrationNumber(number)} · version ${saved.version} enregistrée`}
        />
      }
    />
  );
}
