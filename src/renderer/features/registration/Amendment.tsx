import { useState } from 'react';
import type { Answers } from '#shared/contract/answers.ts';
import type { Draft } from '#shared/contract/drafts.ts';
import type { Numbers, Registration } from '#shared/contract/registrations.ts';
import { GuichetError } from '#shared/errors.ts';
import { diffAnswers } from '#shared/rules/answer-changes.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { useCommand } from '../../host/useCommand.ts';
import { navigate } from '../../host/useRoute.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { CorrectionAfterClosing } from './CorrectionAfterClosing.tsx';
import type { DraftState } from './draft-saver.ts';
import { formValuesFrom } from './form-values.ts';
import { FROZEN_IDENTITY } from './frozen-paths.ts';
import { RegistrationEditor } from './RegistrationEditor.tsx';
import { useDraft } from './useDraft.ts';
import { SUMMARY_STEP, useRegistrationForm } from './useRegistrationForm.ts';

interface AmendmentProps {
  found: Registration;
  /** What a former sitting left. */
  foundDraft: Draft | undefined;
}

/** The same form over saved answers. What changed becomes the next version, which needs a new signature. */
export function Amendment({ found, foundDraft }: AmendmentProps) {
  const { saved, draft, draftId, onVersion } = useOpened(found, foundDraft);
  const number = saved.registrationNumber;
  const registration = useRegistrationForm(
    formValuesFrom(draft?.answers ?? saved.answers),
    Math.min(draft?.step ?? 1, SUMMARY_STEP),
  );
  const { form, showProblems, goTo, overrides } = registration;
  const [draftState, saver] = useDraft(
    form,
    { id: draftId, isTakenUp: draft !== undefined, amends: { registrationNumber: number, onVersion } },
    { step: registration.step },
  );
  const amend = useCommand('registrations.amend');
  const say = useSay();

  const done = ({ version }: Numbers) => {
    saver.stop();
    say(`Modification enregistrée : version ${formatVersion(version)}.`);
    navigate({ screen: 'numbers', number });
  };
  const save = async (answers: Answers) => {
    await saver.flush();
    amend.mutate(
      { number, changes: changesOf(saved, answers), onVersion, draftId, overrides: [...overrides] },
      { onSuccess: done, onError: (error) => showProblems(error.fields) },
    );
  };

  return (
    <>
      <RegistrationEditor
        registration={registration}
        person={{ number, frozen: FROZEN_IDENTITY }}
        saveLabel="Enregistrer la modification"
        isSaving={amend.isPending}
        refusal={amend.error ?? staleError(saved.version, onVersion)}
        onSave={() => void form.handleSubmit(save, () => goTo(SUMMARY_STEP))()}
        header={<AmendmentHeader saved={saved} state={draftState} />}
      />
      {amend.error?.code === 'window-closed' && amend.variables && (
        <CorrectionAfterClosing
          correction={{ number, onVersion, draftId, changes: amend.variables.changes }}
          onDone={done}
          onClose={amend.reset}
        />
      )}
    </>
  );
}

function changesOf(saved: Registration, answers: Answers): Record<string, unknown> {
  return Object.fromEntries(diffAnswers(saved.answers, answers).map(({ path, after }) => [path, after]));
}

/**
 * What the form began with, kept as it was: the version that was read is the one that is changed. A newer one makes the
 * core refuse, and nothing is overwritten.
 */
function useOpened(found: Registration, foundDraft: Draft | undefined) {
  const [opened] = useState(() => ({
    saved: found,
    draft: foundDraft,
    draftId: foundDraft?.id ?? crypto.randomUUID(),
    onVersion: foundDraft?.onVersion ?? found.version,
  }));
  return opened;
}

/** Said before the clerk goes through the steps for nothing; what she typed stays on screen and in its draft. */
function staleError(latest: number, onVersion: number): GuichetError | null {
  return latest === onVersion
    ? null
    : new GuichetError('stale-version', { detail: { latest: String(latest) } });
}

const STATE_WORDS: Record<DraftState, string> = {
  untouched: 'rien n’est encore modifié',
  saving: 'brouillon…',
  saved: 'brouillon gardé : le dossier n’est pas encore modifié',
  failed: 'le brouillon n’a pas pu être gardé ; la saisie reste à l’écran',
};

function AmendmentHeader({ saved, state }: { saved: Registration; state: DraftState }) {
  const { birthName, givenNames } = saved.answers.identification;
  const file = `N° inscription ${groupRegistrationNumber(saved.registrationNumber)} · version ${formatVersion(saved.version)} enregistrée`;
  return (
    <PageHeader
      title={`Modifier — ${birthName} ${givenNames}`}
      subtitle={
        <>
          {file} ·{' '}
          <span className={state === 'failed' ? 'field-error' : undefined}>{STATE_WORDS[state]}</span>
        </>
      }
    />
  );
}
