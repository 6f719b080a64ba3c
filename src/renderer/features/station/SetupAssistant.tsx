import { useEffect, useRef, useState } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { StepTrail } from '../../ui/StepTrail.tsx';
import { HelpButton } from '../help/index.ts';
import { FirstClerkStep } from './FirstClerkStep.tsx';
import { RestoreForm } from './RestoreForm.tsx';
import { SETUP_TITLES } from './setup-titles.ts';
import { StationStep } from './StationStep.tsx';
import { useSetup } from './useSetup.ts';

/** First start: the station and its first clerk. What comes after may wait, and has a screen of its own. */
export function SetupAssistant() {
  const [isRestoring, setRestoring] = useState(false);
  if (isRestoring) return <RestoreForm onClose={() => setRestoring(false)} />;
  return <SetupForm onRestore={() => setRestoring(true)} />;
}

function SetupForm({ onRestore }: { onRestore(): void }) {
  const setup = useSetup();
  const { step, chosen, goTo } = setup;
  const place = useFirstProblem(setup.attempts);
  const title = SETUP_TITLES[step];
  return (
    <main className="gate" ref={place}>
      <Form className="gate-panel gate-panel-wide" onSubmit={setup.goOn}>
        <h1>Premier démarrage</h1>
        <p className="quiet">
          Ce dossier ne contient pas encore de poste. Deux étapes le créent ; les autres peuvent attendre.
        </p>
        <StepTrail label="Étapes du premier démarrage" current={step} steps={trailOf(step, goTo)} />
        <div
          key={title}
          role="group"
          aria-label={`Étape ${step + 1} sur ${SETUP_TITLES.length} : ${title}`}
          className="step-body"
        >
          {step === 0 ? <StationStep {...setup} /> : <FirstClerkStep {...setup} />}
        </div>
        {setup.error && <ErrorNotice error={setup.error} />}
        <div className="actions">
          {step === 1 && <Button onPress={() => goTo(0)}>Étape précédente</Button>}
          <Button
            type="submit"
            variant="primary"
            keys="Ctrl+Enter"
            isPending={setup.isPending}
            isDisabled={step === 1 && !chosen.isReady}
          >
            {step === 0 ? 'Continuer' : 'Créer le poste'}
          </Button>
        </div>
        {step === 0 && (
          <Button variant="link" onPress={onRestore}>
            Ce poste existait ailleurs : reprendre une sauvegarde
          </Button>
        )}
        <HelpButton />
      </Form>
    </main>
  );
}

function trailOf(step: number, goTo: (step: 0 | 1) => void) {
  return SETUP_TITLES.map((title, index) => ({
    title,
    isDone: index < step,
    ...(index < step ? { onChoose: () => goTo(0) } : {}),
  }));
}

/** The keys go to the first answer that will not do. */
function useFirstProblem(attempts: number) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (attempts === 0) return;
    place.current?.querySelector<HTMLElement>('.field[data-invalid] :is(input, button)')?.focus();
  }, [attempts]);
  return place;
}
