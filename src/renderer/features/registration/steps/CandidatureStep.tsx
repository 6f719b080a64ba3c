import { useWatch } from 'react-hook-form';
import type { Answers } from '#shared/contract/answers.ts';
import { askedEligibility, brevetConditions, isRegisteredAtSchool } from '#shared/rules/eligibility.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { AnswerField } from '../AnswerField.tsx';
import { OpenServiceField } from '../OpenServiceField.tsx';
import { WorkPeriodsField } from '../WorkPeriodsField.tsx';

/** Step 2. Disability is a yes or a no: nothing medical is written here (arrêté of 22 April 2013). */
export function CandidatureStep() {
  const [disability, category] = useWatch({
    name: ['candidature.disability', 'candidature.category'],
  }) as unknown[];
  return (
    <>
      <Section title="Service ouvert">
        <OpenServiceField />
      </Section>
      <Section title="Candidat">
        <div className="form-grid">
          <AnswerField path="candidature.category" />
          <AnswerField
            path="candidature.disability"
            description="Oui ou non seulement : aucune information médicale."
          />
          {disability === true && <AnswerField path="candidature.disabilityRequest" />}
          <AnswerField path="candidature.counterReason" />
        </div>
        {isRegisteredAtSchool(category) && (
          <Notice
            tone="danger"
            title={problemSentence({ path: 'candidature.category', code: 'pupil-registers-at-school' })}
          />
        )}
      </Section>
      <EligibilitySection />
    </>
  );
}

/** Asked only where it decides something: work for the bac pro, MC and CS by experience, all three for the BP. */
function EligibilitySection() {
  const [exam, category, heldTitle] = useWatch({
    name: ['candidature.exam', 'candidature.category', 'candidature.heldTitle'],
  }) as Partial<
    [Answers['candidature']['exam'], Answers['candidature']['category'], Answers['candidature']['heldTitle']]
  >;
  const asked = askedEligibility(exam, category);
  if (!asked.workPeriods) return null;
  const { hours } = brevetConditions(heldTitle);
  return (
    <Section
      title="Conditions à justifier"
      aside={<span className="quiet">Dues à la dernière unité : elles n’empêchent pas d’inscrire</span>}
    >
      {asked.trainingHours && (
        <div className="form-grid">
          <AnswerField path="candidature.heldTitle" />
          <AnswerField path="candidature.trainingHours" description={`${hours} heures demandées.`} />
        </div>
      )}
      <WorkPeriodsField />
    </Section>
  );
}
