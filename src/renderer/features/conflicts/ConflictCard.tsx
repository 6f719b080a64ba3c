import { useState } from 'react';
import type { Conflict } from '#shared/contract/conflicts.ts';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { verdictSentence } from '#shared/sentences/verdict-sentences.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Choices } from './choices.ts';
import { DecideButton } from './DecideButton.tsx';
import { ProposedChanges } from './ProposedChanges.tsx';
import { ProposedEnd } from './ProposedEnd.tsx';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' });

/** One proposal beside what the file holds. Every contradiction is chosen by a person, with a reason that is kept. */
export function ConflictCard({ conflict }: { conflict: Conflict }) {
  const [choices, setChoices] = useState<Choices>({});
  const { registration } = conflict;
  const name = `${registration.birthName} ${registration.givenNames}`;
  const choose = (path: string, choice: Choices[string]) => setChoices({ ...choices, [path]: choice });
  return (
    <Section
      title={`Désaccord entre guichets · ${name}`}
      aside={<span className="quiet">{groupRegistrationNumber(registration.registrationNumber)}</span>}
    >
      <p>
        {verdictSentence(conflict.reason)} Proposé le {MOMENT.format(conflict.capturedAtMs)} par{' '}
        <strong>{conflict.agent}</strong>, {conflict.station}. Le dossier n’a pas changé.
      </p>
      {conflict.proposes === 'end' ? (
        <ProposedEnd choices={choices} onChoose={choose} />
      ) : (
        <ProposedChanges conflict={conflict} choices={choices} onChoose={choose} />
      )}
      <div className="actions">
        <Button onPress={() => navigate({ screen: 'dossier', number: registration.registrationNumber })}>
          Ouvrir le dossier
        </Button>
        <DecideButton conflict={conflict} choices={choices} name={name} />
      </div>
    </Section>
  );
}
