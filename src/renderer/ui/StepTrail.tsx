interface StepTrailProps {
  label: string;
  /** In the order they are taken; one without a way is not reached from here. */
  steps: readonly { title: string; isDone: boolean; onChoose?: () => void }[];
  /** From 0. */
  current: number;
}

/** Where one is in an assistant, and what is done. The word says it, the sign only helps. */
export function StepTrail({ label, steps, current }: StepTrailProps) {
  return (
    <nav aria-label={label}>
      <ol className="steps">
        {steps.map(({ title, isDone, onChoose }, index) => (
          <li key={title}>
            <button
              type="button"
              className="step"
              disabled={onChoose === undefined}
              aria-current={index === current ? 'step' : undefined}
              onClick={onChoose}
            >
              <span className="step-number">{isDone ? <span aria-hidden="true">✓</span> : index + 1}</span>{' '}
              <StepName>{title}</StepName>
              {isDone && <span className="screen-reader-only"> (fait)</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** As wide as it is when it is the current one, bold: a step that comes or is done moves none of its neighbours. */
export function StepName({ children }: { children: string }) {
  return (
    <span className="step-name" data-name={children}>
      {children}
    </span>
  );
}
