import { useWatch } from 'react-hook-form';
import { Section } from '../../../ui/Section.tsx';
import { AnswerField } from '../AnswerField.tsx';
import { BirthTownField } from '../BirthTownField.tsx';
import { LikenessWatch } from '../LikenessWatch.tsx';
import { LocalityField } from '../LocalityField.tsx';
import { usePerson } from '../PersonContext.tsx';

/** Step 1. */
export function IdentificationStep() {
  return (
    <>
      <CivilStatus />
      <LikenessWatch />
      <Contact />
    </>
  );
}

/** Names as on the identity piece; parents only for a birth abroad. */
function CivilStatus() {
  const birthCountry: unknown = useWatch({ name: 'identification.birthCountry' });
  const advice =
    usePerson().frozen.size > 0
      ? 'Identité figée : un agent habilité la corrige'
      : 'Graphie de la pièce d’identité, accents compris';
  return (
    <Section title="État civil" aside={<span className="quiet">{advice}</span>}>
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
  );
}

/** What is said of the portal's account is in the guides: S0-07, S0-09, S1-04, S4-03. */
function Contact() {
  return (
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
          description="Individuelle, valable et lue jusqu’en décembre de l’année de l’examen : un seul compte par adresse."
        />
        <AnswerField
          path="identification.ine"
          description="Onze caractères, sur un relevé de notes du baccalauréat."
        />
        <AnswerField
          path="identification.ministryNumber"
          description="Pour qui s’est déjà présenté : en tête du dernier relevé de notes."
        />
      </div>
      <p className="field-description">
        Compte du portail : le lien d’activation vaut 48 heures, ensuite le compte est supprimé ; le message
        arrive parfois dans les indésirables (spam).
      </p>
    </Section>
  );
}
