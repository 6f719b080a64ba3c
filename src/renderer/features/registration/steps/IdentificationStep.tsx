import { useWatch } from 'react-hook-form';
import { Section } from '../../../ui/Section.tsx';
import { AnswerField } from '../AnswerField.tsx';
import { BirthTownField } from '../BirthTownField.tsx';
import { LocalityField } from '../LocalityField.tsx';

/** Step 1. Names as on the identity piece; parents only for a birth abroad. */
export function IdentificationStep() {
  const birthCountry: unknown = useWatch({ name: 'identification.birthCountry' });
  return (
    <>
      <Section
        title="État civil"
        aside={<span className="quiet">Graphie de la pièce d’identité, accents compris</span>}
      >
        <div className="form-grid">
          <AnswerField path="identification.civility" />
          <AnswerField path="identification.birthName" />
          <AnswerField path="identification.usageName" />
          <AnswerField path="identification.givenNames" />
          <AnswerField path="identification.birthDate" />
          <AnswerField path="identification.birthCountry" />
          <BirthTownField />
          <AnswerField path="identification.nationality" />
          {birthCountry !== 'FR' && (
            <>
              <AnswerField path="identification.fatherName" />
              <AnswerField path="identification.motherName" />
            </>
          )}
        </div>
      </Section>
      <Section title="Coordonnées">
        <div className="form-grid">
          <AnswerField path="identification.addressLine1" />
          <AnswerField path="identification.addressLine2" />
          <AnswerField path="identification.postcode" />
          <LocalityField />
          <AnswerField path="identification.addressCountry" />
          <AnswerField path="identification.phone" />
          <AnswerField
            path="identification.email"
            description="Personnelle : une adresse partagée empêche d’ouvrir l’espace candidat."
          />
          <AnswerField
            path="identification.ine"
            description="Onze caractères, sur un relevé de notes du baccalauréat."
          />
        </div>
      </Section>
    </>
  );
}
