import { STEPS } from '#shared/fields/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { FormProblem } from './form-problems.ts';

interface ProblemSummaryProps {
  problems: readonly FormProblem[];
  /** With their sentences and steps, where the fields themselves are not on screen. */
  isFull: boolean;
  onJump(path: string): void;
}

/** Every problem in one place; each leads to its field. */
export function ProblemSummary({ problems, isFull, onJump }: ProblemSummaryProps) {
  if (problems.length === 0) return null;
  const count =
    problems.length === 1 ? 'Une réponse est à corriger' : `${problems.length} réponses sont à corriger`;
  return (
    <Notice tone="danger" title={count}>
      <ul className={isFull ? 'plain-list' : 'problem-line'}>
        {problems.map((problem) => (
          <li key={problem.path}>
            <Button variant="link" onPress={() => onJump(problem.path)}>
              {isFull ? `${problem.label} : ${problem.sentence}` : problem.label}
            </Button>
            {isFull && (
              <span className="quiet">
                {' '}
                — étape {problem.step}, {STEPS[problem.step - 1]}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
