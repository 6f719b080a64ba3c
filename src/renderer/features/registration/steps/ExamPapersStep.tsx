import { useFormContext, useWatch } from 'react-hook-form';
import type { ExamPaper } from '#shared/contract/reference.ts';
import { LanguageInput } from '../../../fields/LanguageInput.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { BoundInput, FieldPlace, useProblemAt } from '../AnswerField.tsx';
import { ExamPaperTable } from '../ExamPaperTable.tsx';
import { useExamPaperStates } from '../useExamPaperStates.ts';
import { useExamPapers } from '../useExamPapers.ts';

/** Step 5. */
export function ExamPapersStep() {
  const set = useExamPapers();
  const states = useExamPaperStates(set ?? undefined);
  if (set === undefined) {
    return (
      <Section title="Épreuves">
        <EmptyState title="Choisissez d’abord la spécialité (étape 3)." />
      </Section>
    );
  }
  const papers = set?.examPapers ?? [];
  const asked = new Set(states.map((state) => state.code));
  return (
    <>
      <LanguageChoices
        papers={papers.filter((paper) => paper.kind === 'language' && asked.has(paper.code))}
      />
      <OptionalChoices papers={papers.filter((paper) => paper.optional)} />
      <Section title="Épreuves du candidat">
        <ExamPaperTable examPapers={states} isKnown={set !== null} />
        {set && <p className="field-description">Source : {set.source}</p>}
      </Section>
    </>
  );
}

function LanguageChoices({ papers }: { papers: readonly ExamPaper[] }) {
  if (papers.length === 0) return null;
  return (
    <Section title="Langues vivantes">
      <div className="form-grid">
        {papers.map((paper) => (
          <BoundInput
            key={paper.code}
            path={`examPapers.languages.${paper.code}`}
            label={`${paper.code} ${paper.label} : langue`}
            Input={LanguageInput}
          />
        ))}
      </div>
    </Section>
  );
}

function OptionalChoices({ papers }: { papers: readonly ExamPaper[] }) {
  const { setValue } = useFormContext();
  const chosen = (useWatch({ name: 'examPapers.optional' }) ?? []) as string[];
  const problem = useProblemAt('examPapers.optional', 'examPapers.optional.0', 'examPapers.optional.1');
  if (papers.length === 0) return null;
  const toggle = (code: string, isSelected: boolean) =>
    setValue('examPapers.optional', isSelected ? [...chosen, code] : chosen.filter((one) => one !== code), {
      shouldDirty: true,
    });
  return (
    <Section title="Épreuves facultatives" aside={<span className="quiet">Deux au plus</span>}>
      <FieldPlace path="examPapers.optional">
        {papers.map((paper) => (
          <Checkbox
            key={paper.code}
            isSelected={chosen.includes(paper.code)}
            onChange={(selected) => toggle(paper.code, selected)}
          >
            {paper.code} {paper.label}
          </Checkbox>
        ))}
        {problem !== undefined && <p className="field-error">{problem}</p>}
      </FieldPlace>
    </Section>
  );
}
