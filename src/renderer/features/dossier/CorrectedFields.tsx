import { useWatch } from 'react-hook-form';
import type { Answers } from '#shared/contract/answers.ts';
import { FIELD_CATALOGUE } from '#shared/fields/catalogue.ts';
import { stringifyAnswer } from '#shared/fields/stringify.ts';
import { Section } from '../../ui/Section.tsx';
import { answerAt, AnswerField, BirthTownField } from '../registration/index.ts';

const TOWN = 'identification.birthTown';
/** It goes with the town, which has its input. */
const CODE = 'identification.birthCommuneCode';
const FIELDS = FIELD_CATALOGUE.filter(({ fieldClass, path }) => fieldClass === 'identity' && path !== CODE);

/** Each field of the identity; where it was changed, what it was before lies under it. */
export function CorrectedFields({ answers }: { answers: Answers }) {
  const values: unknown[] = useWatch({ name: FIELDS.map(({ path }) => path) });
  return (
    <Section title="Identité" aside={<span className="quiet">Graphie de la pièce d’identité</span>}>
      <div className="form-grid">
        {FIELDS.map(({ path }, index) =>
          path === TOWN ? (
            <BirthTownField key={path} />
          ) : (
            <AnswerField key={path} path={path} {...before(path, answers, values[index])} />
          ),
        )}
      </div>
    </Section>
  );
}

function before(path: string, answers: Answers, now: unknown): { description?: string } {
  const saved = answerAt(answers, path);
  if ((saved ?? '') === (now ?? '')) return {};
  const words = stringifyAnswer(path, saved);
  return { description: `Avant : ${words === '' ? '(vide)' : words}` };
}
