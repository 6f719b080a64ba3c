import { useState } from 'react';
import type { Conflict } from '#shared/contract/conflicts.ts';
import { mayCall } from '#shared/rights.ts';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { verdictSentence } from '#shared/sentences/verdict-sentences.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { useStation } from '../station/index.ts';
import { acceptedPaths, isWholeChosen, type Choices } from './choices.ts';
import { ProposedChanges } from './ProposedChanges.tsx';
import { ProposedEnd } from './ProposedEnd.tsx';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' });

/** One proposal beside what the file holds. Every contradiction is chosen by a person, with a reason that is kept. */
export function ConflictCard({ conflict }: { conflict: Conflict }) {
  const { agent } = useStation();
  const [choices, setChoices] = useState<Choices>({});
  const [isAsking, setIsAsking] = useState(false);
  const resolve = useCommand('conflicts.resolve');
  const say = useSay();
  const { registration, id } = conflict;
  const name = `${registration.birthName} ${registration.givenNames}`;
  const choose = (path: string, choice: Choices[string]) => setChoices({ ...choices, [path]: choice });
  const mayDecide = agent !== null && mayCall(agent.role, 'conflicts.resolve');
  const decide = (reason: string) =>
    resolve.mutate(
      { id, accept: acceptedPaths(conflict, choices), reason },
      { onSuccess: () => say('Tranché : la décision part au prochain envoi.') },
    );
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
        <Button
          variant="primary"
          label={`Trancher pour ${name}`}
          isDisabled={!mayDecide || !isWholeChosen(conflict, choices)}
          onPress={() => setIsAsking(true)}
        >
          Trancher…
        </Button>
      </div>
      {!mayDecide && <p className="quiet">Un gestionnaire ou le chef de bureau tranche.</p>}
      {isAsking && (
        <ReasonDialog
          title="Trancher entre les deux guichets"
          label="Motif"
          description="Gardé dans l’historique, et dit aux deux guichets."
          confirm="Trancher"
          isPending={resolve.isPending}
          onClose={() => setIsAsking(false)}
          onConfirm={decide}
        >
          {resolve.error && <ErrorNotice error={resolve.error} />}
        </ReasonDialog>
      )}
    </Section>
  );
}
