import { useState } from 'react';
import type { CommandOutput } from '#shared/contract/index.ts';
import { mayCall } from '#shared/rights.ts';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { counted } from '#shared/sentences/counted.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { useStation } from '../station/index.ts';

export type Decision = 'registrations.cancel' | 'registrations.exclude';

const WORDS: Record<Decision, { verb: string; done: string }> = {
  'registrations.cancel': { verb: 'Annuler', done: 'annulée' },
  'registrations.exclude': { verb: 'Écarter', done: 'écartée' },
};

interface DecisionButtonProps {
  decision: Decision;
  numbers: string[];
  /** The numbers of the files that ended. */
  onDone(ended: string[]): void;
}

/** Ends the ticked files, for good, with one reason for all of them. */
export function DecisionButton({ decision, numbers, onDone }: DecisionButtonProps) {
  const { agent } = useStation();
  const [isAsking, setIsAsking] = useState(false);
  const [refused, setRefused] = useState<CommandOutput<Decision>['refused']>([]);
  const command = useCommand(decision);
  const say = useSay();
  const { verb, done } = WORDS[decision];
  const isAllowed = agent !== null && mayCall(agent.role, decision);
  const decided = (outcome: CommandOutput<Decision>) => {
    setIsAsking(false);
    setRefused(outcome.refused);
    onDone(outcome.ended);
    const count = outcome.ended.length;
    say(`${counted(count, `candidature ${done}`)}.`);
  };
  return (
    <>
      <Button
        variant="danger"
        keys="Alt+E"
        isDisabled={!isAllowed || numbers.length === 0}
        onPress={() => setIsAsking(true)}
      >
        {`${verb} ${counted(numbers.length, 'candidature cochée')}…`}
      </Button>
      {!isAllowed && <span className="quiet">Réservé aux gestionnaires et au chef de bureau.</span>}
      {refused.map(({ number, ...refusal }) => (
        <Notice key={number} tone="danger" title={groupRegistrationNumber(number)}>
          <p>{errorSentence(refusal)}</p>
        </Notice>
      ))}
      {isAsking && (
        <ReasonDialog
          title={`${verb} ${counted(numbers.length, 'candidature')} ?`}
          label="Motif, gardé dans chaque dossier"
          confirm={`${verb} ${numbers.length === 1 ? 'la candidature' : 'ces candidatures'}`}
          isFinal
          isPending={command.isPending}
          onClose={() => setIsAsking(false)}
          onConfirm={(reason) => command.mutate({ numbers, reason }, { onSuccess: decided })}
        >
          <p>C’est définitif : aucune de ces candidatures ne pourra être rétablie.</p>
          {command.error && <ErrorNotice error={command.error} />}
        </ReasonDialog>
      )}
    </>
  );
}
