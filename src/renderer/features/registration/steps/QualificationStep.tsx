import { hasForms } from '#shared/rules/eligibility.ts';
import { Section } from '../../../ui/Section.tsx';
import { AnswerField } from '../AnswerField.tsx';
import { useExamContext } from '../useExamContext.ts';

/** Step 3. */
export function QualificationStep() {
  const context = useExamContext();
  return (
    <Section title="Spécialité présentée">
      <div className="form-grid">
        <div className="full-width">
          <AnswerField
            path="qualification.specialtyCode"
            context={context}
            description="Premiers mots de l’intitulé, ou code diplôme."
          />
        </div>
        {hasForms(context.exam) && (
          <AnswerField
            path="qualification.form"
            description="Définitive. Globale : toutes les épreuves à la même session. Progressive : réparties sur plusieurs sessions."
          />
        )}
      </div>
    </Section>
  );
}
