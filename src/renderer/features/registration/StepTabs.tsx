import { STEPS } from '#shared/fields/catalogue.ts';

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
      <ol className="steps">
        {STEPS.map((name, index) => {
          const step = index + 1;
          const problems = problemCount(step);
          const words = problems === 0 ? '' : ` (${problems} à corriger)`;
          return (
            <li key={name}>
              <button
                type="button"
                className="step"
                disabled={onChoose === undefined || step === STEPS.length}
                aria-current={step === current ? 'step' : undefined}
                onClick={() => onChoose?.(step)}
              >
                <span className="step-number">{step}</span> {name}
                {problems > 0 && <span className="step-problems">{words}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
