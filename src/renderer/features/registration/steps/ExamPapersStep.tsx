import { sitsPhysicalEducation } from '#shared/rules/check-physical-education.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ExamPaperTable } from '../ExamPaperTable.tsx';
import { ForeignChoices } from '../ForeignChoices.tsx';
import { LanguageChoices } from '../LanguageChoices.tsx';
import { OptionalChoices } from '../OptionalChoices.tsx';
import { PhysicalEducationChoice } from '../PhysicalEducationChoice.tsx';
import { useExamPaperStates, useWholeAchievements } from '../useExamPaperStates.ts';
import { useExamPapers } from '../useExamPapers.ts';

/** Step 5. */
export function ExamPapersStep() {
  const set = useExamPapers();
  const states = useExamPaperStates(set ?? undefined);
  const achievements = useWholeAchievements();
  if (set === undefined) {
    return (
      <Section title="Épreuves">
        <EmptyState title="Choisissez d’abord la spécialité (étape 3)." />
      </Section>
    );
  }
  const papers = set?.examPapers ?? [];
  const languages = states.filter(({ kind, state }) => kind === 'language' && state === 'toSit');
  return (
    <>
      <ForeignChoices set={set} />
      <LanguageChoices papers={languages} />
      {sitsPhysicalEducation({ achievements }, papers) && <PhysicalEducationChoice />}
      <OptionalChoices papers={papers.filter((paper) => paper.optional)} />
      <Section title="Épreuves du candidat">
        <ExamPaperTable examPapers={states} isKnown={set !== null} />
        {set && <p className="field-description">Source : {set.source}</p>}
      </Section>
    </>
  );
}
