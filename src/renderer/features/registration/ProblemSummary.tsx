import { STEPS } from '#shared/fields/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { FormProblem } from './form-problems.ts';

interface ProblemSummaryProps {
  problems: readonly FormProblem[];
  onJump(problem: FormProblem): void;
}

/** Every problem in one place; each line leads to its field. */
export function ProblemSummary({ problems, onJump }: ProblemSummaryProps) {
  if (problems.length === 0) return null;
  const count = problems.length === 1 ? 'Une réponse est à corriger' : `${problems.length} réponses sont à corriger`;
  return (
    <Notice tone="danger" title={count}>
      <ul className="plain-list problem-list">
        {problems.map((problem) => (
          <li key={problem.path}>
            <Button variant="link" onPress={() => onJump(problem)}>
              {`${problem.label} : ${problem.sentence}`}
            </Button>
            <span className="quiet"> — {STEPS[problem.step - 1]}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
