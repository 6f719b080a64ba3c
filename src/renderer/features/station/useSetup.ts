import { useState } from 'react';
import { GuichetError } from '#shared/errors.ts';
import { useCommand } from '../../host/useCommand.ts';
import { navigate } from '../../host/useRoute.ts';
import { useNewPassphrase } from './NewPassphraseFields.tsx';
import { forgetSetupDraft, keepSetupDraft, readSetupDraft, type SetupDraft } from './setup-draft.ts';
import { isRefusedAtFirstStep, missingAt, refusalOf } from './setup-problems.ts';

/** The two steps that make a station: what was typed, what it lacks, and the station made of it. */
export function useSetup() {
  const [draft, setDraft] = useState(() => readSetupDraft(window.localStorage));
  const [step, setStep] = useState<0 | 1>(0);
  /** How often she tried to go on from this step: nobody is blamed before she has answered. */
  const [attempts, setAttempts] = useState(0);
  const chosen = useNewPassphrase(draft.agentLogin);
  const { create, error, isPending } = useCreation();
  const missing = missingAt(step, draft);

  const goTo = (next: 0 | 1) => {
    setAttempts(0);
    setStep(next);
  };
  return {
    draft,
    step,
    attempts,
    chosen,
    error,
    isPending,
    goTo,
    change(name: keyof SetupDraft, value: string) {
      const next = { ...draft, [name]: value };
      keepSetupDraft(window.localStorage, next);
      setDraft(next);
    },
    goOn() {
      if (Object.keys(missing).length > 0) return setAttempts(attempts + 1);
      if (step === 0) return goTo(1);
      if (chosen.isReady) void create(draft, chosen.passphrase, () => goTo(0));
    },
    problemOf: (name: keyof SetupDraft) =>
      (attempts > 0 ? missing[name] : undefined) ?? refusalOf(error, name),
  };
}

/** The station made, what remains is begun: the assistant goes on inside the program. */
function useCreation() {
  const setup = useCommand('station.setup');
  const create = async (draft: SetupDraft, passphrase: string, onFirstStep: () => void) => {
    const { kind, agentName, ...answers } = draft;
    const input = {
      ...answers,
      agentName: agentName.trim() || undefined,
      training: kind === 'training',
      beginsFirstSteps: true,
    };
    // Before the station opens: its first screen is then this one.
    navigate({ screen: 'setup' });
    try {
      await setup.mutateAsync({ ...input, passphrase });
    } catch (refused) {
      navigate({ screen: 'home' });
      // Told beside its field, or under the form.
      if (refused instanceof GuichetError && isRefusedAtFirstStep(refused)) onFirstStep();
      return;
    }
    forgetSetupDraft(window.localStorage);
  };
  return { create, error: setup.error, isPending: setup.isPending };
}
