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
    const field = step === SUMMARY_STEP ? null : body.current?.querySelector<HTMLElement>(FIRST_FIELD);
    (field ?? body.current)?.focus({ preventScroll: true });
    body.current?.closest('main')?.scrollTo(0, 0);
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
