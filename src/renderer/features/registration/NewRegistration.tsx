import { useWatch, type Control } from 'react-hook-form';
import type { Answers } from '#shared/contract/answers.ts';
import type { Draft } from '#shared/contract/drafts.ts';
import { useCommand } from '../../host/useCommand.ts';
import { navigate } from '../../host/useRoute.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import type { DraftState } from './draft-saver.ts';
import { answersFrom, formValuesFrom, type FormValues } from './form-values.ts';
import { RegistrationEditor } from './RegistrationEditor.tsx';
import { useDraft } from './useDraft.ts';
import { usePersonChoice } from './usePersonChoice.ts';
import { SUMMARY_STEP, useRegistrationForm } from './useRegistrationForm.ts';

interface NewRegistrationProps {
  draftId: string;
  /** What a former sitting left; absent for a blank form. */
  draft?: Draft;
}

/** A registration being typed. It is a draft, with no number, until it is saved on the sixth step. */
export function NewRegistration({ draftId, draft }: NewRegistrationProps) {
  const registration = useRegistrationForm(
    formValuesFrom(draft?.answers),
    Math.min(draft?.step ?? 1, SUMMARY_STEP),
  );
  const { form, showProblems, overrides } = registration;
  const person = usePersonChoice(registration, draft?.candidate ?? undefined);
  const [draftState, saver] = useDraft(
    form,
    { id: draftId, isTakenUp: draft !== undefined },
    { step: registration.step, candidate: person.candidate },
  );
  const register = useCommand('registrations.register');
  const say = useSay();

  const save = async () => {
    await saver.flush();
    register.mutate(
      {
        answers: answersFrom(form.getValues()),
        draftId,
        candidate: person.candidate,
        overrides: [...overrides],
      },
      {
        onSuccess: ({ registrationNumber }) => {
          saver.stop();
          say('Inscription enregistrée.');
          navigate({ screen: 'numbers', number: registrationNumber });
        },
        onError: (error) => showProblems(error.fields),
      },
    );
  };

  return (
    <RegistrationEditor
      registration={registration}
      person={person}
      saveLabel="Enregistrer l’inscription"
      isSaving={register.isPending}
      refusal={register.error}
      onSave={() => void save()}
      header={<DraftHeader control={form.control} state={draftState} />}
    />
  );
}

const STATE_WORDS: Record<DraftState, string> = {
  untouched: 'Rien n’est encore saisi',
  saving: 'Brouillon…',
  saved: 'Brouillon gardé : ce n’est pas encore une inscription',
  failed: 'Le brouillon n’a pas pu être gardé ; la saisie reste à l’écran',
};

function DraftHeader({
  control,
  state,
}: {
  control: Control<FormValues, unknown, Answers>;
  state: DraftState;
}) {
  const names: unknown[] = useWatch({
    control,
    name: ['identification.birthName', 'identification.givenNames'],
  });
  const person = names.filter((name) => typeof name === 'string' && name !== '').join(' ');
  return (
    <PageHeader
      title={person === '' ? 'Nouvelle inscription' : `Nouvelle inscription — ${person}`}
      subtitle={<span className={state === 'failed' ? 'field-error' : undefined}>{STATE_WORDS[state]}</span>}
    />
  );
}
