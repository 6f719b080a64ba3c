import { useFormContext, useWatch } from 'react-hook-form';
import type { ExamPaper } from '#shared/contract/reference.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Section } from '../../ui/Section.tsx';
import { FieldPlace, useProblemAt } from './AnswerField.tsx';

const MOST = 2;

/** Optional épreuves, two at most. */
export function OptionalChoices({ papers }: { papers: readonly ExamPaper[] }) {
  const { setValue } = useFormContext();
  const chosen = (useWatch({ name: 'examPapers.optional' }) ?? []) as string[];
  const problem = useProblemAt('examPapers.optional', 'examPapers.optional.0', 'examPapers.optional.1');
  if (papers.length === 0) return null;
  const toggle = (code: string, isSelected: boolean) =>
    setValue('examPapers.optional', isSelected ? [...chosen, code] : chosen.filter((one) => one !== code), {
      shouldDirty: true,
    });
  return (
    <Section
      title="Épreuves facultatives"
      aside={<span className="quiet">Deux au plus ; seuls les points au-dessus de 10 comptent</span>}
    >
      <FieldPlace path="examPapers.optional">
        {papers.map((paper) => (
          <Checkbox
            key={paper.code}
            isSelected={chosen.includes(paper.code)}
            isDisabled={chosen.length >= MOST && !chosen.includes(paper.code)}
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
