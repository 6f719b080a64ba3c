import type { ReactNode } from 'react';
import { FIELD_CATALOGUE, STEPS } from '#shared/fields/catalogue.ts';
import { hasForms } from '#shared/rules/eligibility.ts';
import { AnswerValue } from '../../fields/AnswerValue.tsx';
import type { FieldContext } from '../../fields/field-kind.ts';
import { Section } from '../../ui/Section.tsx';
import { answerAt } from './answer-at.ts';

interface AnswerReviewProps {
  answers: Record<string, unknown>;
  context: FieldContext;
  /** Read aloud across the counter. */
  isLarge?: boolean;
  /** What may be done about a step, in its title. */
  aside?: (step: number) => ReactNode;
}

/** Every simple answer in words, by step. Fields that were not asked for and not given are left out. */
export function AnswerReview({ answers, context, isLarge = false, aside }: AnswerReviewProps) {
  return [1, 2, 3].map((step) => (
    <Section key={step} title={`${step} · ${STEPS[step - 1] ?? ''}`} aside={aside?.(step)}>
      <dl className={isLarge ? 'answers answers-large' : 'answers'}>
        {fieldsOf(step, answers).map((field) => (
          <div key={field.path} className="answer">
            <dt>{field.label}</dt>
            <dd>
              <AnswerValue path={field.path} value={answerAt(answers, field.path)} context={context} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  ));
}

/** Said by its name; its code would tell the candidate nothing. */
const NOT_SAID = 'identification.birthCommuneCode';
const FORM = 'qualification.form';

function fieldsOf(step: number, answers: Record<string, unknown>) {
  const exam = answerAt(answers, 'candidature.exam');
  return FIELD_CATALOGUE.filter((field) => {
    const value = answerAt(answers, field.path);
    return (
      field.step === step &&
      field.path !== NOT_SAID &&
      (field.path !== FORM || hasForms(exam)) &&
      (field.optional !== true || (value !== undefined && value !== ''))
    );
  });
}
