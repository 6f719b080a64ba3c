import { useEffect, useRef, type ReactNode } from 'react';
import { STEPS } from '#shared/fields/catalogue.ts';
import { AchievementsStep } from './steps/AchievementsStep.tsx';
import { CandidatureStep } from './steps/CandidatureStep.tsx';
import { ExamPapersStep } from './steps/ExamPapersStep.tsx';
import { IdentificationStep } from './steps/IdentificationStep.tsx';
import { QualificationStep } from './steps/QualificationStep.tsx';
import { SUMMARY_STEP } from './useRegistrationForm.ts';

interface StepBodyProps {
  step: number;
  /** The sixth step, which knows how to save. */
  summary: ReactNode;
}

const FIRST_FIELD = ':is(input, button, textarea):not([tabindex="-1"], [type="hidden"], :disabled)';

/** The fields of a step, the first of them ready to be typed in; the read-back has none and is itself focused. */
export function StepBody({ step, summary }: StepBodyProps) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!body.current) return;
    body.current.closest('main')?.scrollTo(0, 0);
    if (step !== SUMMARY_STEP) return keepOnFirstField(body.current);
    body.current.focus({ preventScroll: true });
    return undefined;
  }, [step]);
  return (
    <div
      ref={body}
      key={step}
      className="step-body"
      tabIndex={-1}
      role="group"
      aria-label={`${step} ${STEPS[step - 1] ?? ''}`}
    >
      {step === SUMMARY_STEP ? summary : fieldsOf(step)}
    </div>
  );
}

/** Also when it comes later, from the base: what a step asks may hang on an answer. From the first key on, the keys stay where they are. */
function keepOnFirstField(body: HTMLElement): () => void {
  let given: HTMLElement | undefined;
  const give = () => {
    const first = body.querySelector<HTMLElement>(FIRST_FIELD) ?? body;
    if (first === given) return;
    given = first;
    first.focus({ preventScroll: true });
  };
  give();
  const changes = new MutationObserver(() => (document.activeElement === given ? give() : stop()));
  const stop = () => {
    changes.disconnect();
    removeEventListener('keydown', stop, { capture: true });
  };
  changes.observe(body, { subtree: true, childList: true });
  addEventListener('keydown', stop, { capture: true });
  return stop;
}

function fieldsOf(step: number): ReactNode {
  switch (step) {
    case 1:
      return <IdentificationStep />;
    case 2:
      return <CandidatureStep />;
    case 3:
      return <QualificationStep />;
    case 4:
      return <AchievementsStep />;
    default:
      return <ExamPapersStep />;
  }
}
