import { useEffect, useRef, type ReactNode } from 'react';
import { STEPS } from '#shared/fields/catalogue.ts';
import { AchievementsStep } from './steps/AchievementsStep.tsx';
import { CandidatureStep } from './steps/CandidatureStep.tsx';
import { ExamPapersStep } from './steps/ExamPapersStep.tsx';
import { IdentificationStep } from './steps/IdentificationStep.tsx';
import { QualificationStep } from './steps/QualificationStep.tsx';

interface StepBodyProps {
  step: number;
  /** The sixth step, which knows how to save. */
  summary: ReactNode;
}

/** The fields of a step. Where none takes the focus by itself, the step does, so that reading goes on from there. */
export function StepBody({ step, summary }: StepBodyProps) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!body.current?.contains(document.activeElement)) body.current?.focus();
  }, [step]);
  return (
    <div ref={body} key={step} className="step-body" tabIndex={-1} role="group" aria-label={`${step} ${STEPS[step - 1] ?? ''}`}>
      {step === 6 ? summary : fieldsOf(step)}
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
