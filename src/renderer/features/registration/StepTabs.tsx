import { STEPS } from '#shared/fields/catalogue.ts';
import { StepName } from '../../ui/StepTrail.tsx';

interface StepTabsProps {
  /** From 1. */
  current: number;
  problemCount(step: number): number;
  /** Absent once saved: the seventh step leads nowhere. */
  onChoose?: (step: number) => void;
}

/** The seven steps under their official names, so that clerk and candidate speak of the same thing. */
export function StepTabs({ current, problemCount, onChoose }: StepTabsProps) {
  return (
    <nav aria-label="Étapes de l’inscription">
      <ol className="steps steps-marked">
        {STEPS.map((name, index) => {
          const step = index + 1;
          const problems = problemCount(step);
          return (
            <li key={name}>
              <button
                type="button"
                className="step"
                disabled={onChoose === undefined || step === STEPS.length}
                aria-current={step === current ? 'step' : undefined}
                onClick={() => onChoose?.(step)}
              >
                <span className="step-number">{step}</span> <StepName>{name}</StepName>
                {problems > 0 && <ProblemMark count={problems} />}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** In room that is kept for it: where it moved the steps, a click that made it come fell on the next one. */
function ProblemMark({ count }: { count: number }) {
  return (
    <span className="step-problems">
      <span aria-hidden="true">{count}</span>
      <span className="screen-reader-only"> ({count} à corriger)</span>
    </span>
  );
}
