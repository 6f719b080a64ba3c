import { useWatch } from 'react-hook-form';
import { Section } from '../../../ui/Section.tsx';
import { AnswerField } from '../AnswerField.tsx';
import { OpenServiceField } from '../OpenServiceField.tsx';

/** Step 2. Disability is a yes or a no: nothing medical is written here (arrêté of 22 April 2013). */
export function CandidatureStep() {
  const disability: unknown = useWatch({ name: 'candidature.disability' });
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
        </div>
      </Section>
    </>
  );
}
