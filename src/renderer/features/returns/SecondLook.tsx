import type { ReturnedPage } from '#shared/contract/returned-pages.ts';
import type { GuichetError } from '#shared/errors.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useStation } from '../station/index.ts';
import type { SecondLookAnswer } from './useSecondLook.ts';

interface SecondLookProps {
  page: ReturnedPage;
  secondLook: SecondLookAnswer;
  error?: GuichetError | null;
}

/** The question that came with the page, and the answer that goes with the decision. */
export function SecondLook({ page, secondLook, error }: SecondLookProps) {
  const problem = error?.fields.find(({ path }) => path === 'answer');
  return (
    <>
      <Notice tone="info" title={`Question de ${page.askedBy ?? 'quelqu’un'}`}>
        <p>{page.question}</p>
      </Notice>
      <TextField
        label="Réponse"
        description="Gardée avec la décision ; pour refuser, la raison suffit."
        value={secondLook.answer}
        onChange={secondLook.setAnswer}
        rows={2}
        isRequired
        errorMessage={problem && problemSentence(problem)}
      />
      {secondLook.isOwnQuestion && <Alone secondLook={secondLook} />}
    </>
  );
}

/** Who asked may answer herself when there is nobody else, and it is kept that she did. */
function Alone({ secondLook: { alone, setAlone } }: { secondLook: SecondLookAnswer }) {
  const isOnlyClerk = useStation().onlyLogin !== null;
  return (
    <Checkbox isSelected={alone} onChange={setAlone}>
      {isOnlyClerk
        ? 'Je suis seule à ce poste : je réponds à ma propre question'
        : 'Personne d’autre n’est là : je réponds à ma propre question'}
    </Checkbox>
  );
}
