import type { GuichetError } from '#shared/errors.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { namedProblemSentence } from '#shared/sentences/problem-sentences.ts';
import { Notice } from '../ui/Notice.tsx';

/** A refusal of the core, in its own French sentence, with the fields it names. */
export function ErrorNotice({ error }: { error: GuichetError }) {
  return (
    <Notice tone="danger" title={errorSentence(error)}>
      {error.fields.length > 0 && (
        <ul>
          {error.fields.map((problem) => (
            <li key={problem.path}>{namedProblemSentence(problem)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
