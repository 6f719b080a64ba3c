import { useCallback } from 'react';
import type { CommandInput, CommandName } from '#shared/contract/index.ts';
import type { GuichetError } from '#shared/errors.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { useSay } from '../ui/StatusProvider.tsx';
import { useHost } from './HostContext.tsx';

type SayUndoable = <Name extends CommandName>(text: string, name: Name, input: CommandInput<Name>) => void;

/** Says what was done, beside the command that undoes it: whoever did it may have left the screen meanwhile. */
export function useSayUndoable(): SayUndoable {
  const { client } = useHost();
  const say = useSay();
  return useCallback(
    (text, name, input) => {
      const undo = () =>
        client.call(name, input).then(
          () => say('Défait.', 'info'),
          (error: GuichetError) => say(errorSentence(error), 'danger'),
        );
      say(text, 'good', () => void undo());
    },
    [client, say],
  );
}
