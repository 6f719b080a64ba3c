import type { ExamPaper } from '#shared/contract/reference.ts';
import { LanguageInput } from '../../fields/LanguageInput.tsx';
import { Section } from '../../ui/Section.tsx';
import { BoundInput } from './AnswerField.tsx';
import { useOfferedLanguages } from './useOfferedLanguages.ts';

/** A language for each language épreuve to be sat. One wrong language costs a year: it is read back at the sixth step. */
export function LanguageChoices({ papers }: { papers: readonly ExamPaper[] }) {
  const languages = useOfferedLanguages();
  if (papers.length === 0) return null;
  return (
    <Section title="Langues vivantes">
      <div className="form-grid">
        {papers.map((paper) => (
          <BoundInput
            key={paper.code}
            path={`examPapers.languages.${paper.code}`}
            label={`${paper.code} ${paper.label} : langue`}
            isRequired
            context={{ languages }}
            Input={LanguageInput}
          />
        ))}
      </div>
    </Section>
  );
}
