import type { CommandOutput } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/errors.ts';
import { useState } from 'react';
import { useCommand } from '../../host/useCommand.ts';
import { useSay } from '../../ui/StatusProvider.tsx';

export type End = 'withdraw' | 'cancel' | 'exclude';

const SAID: Record<End, string> = {
  withdraw: 'Candidature désinscrite.',
  cancel: 'Candidature annulée.',
  exclude: 'Candidature écartée.',
};

/** Ends one file. The commands for several answer file by file: a refusal of this one is shown as any other. */
export function useEndFile(number: string, onDone: () => void) {
  const withdraw = useCommand('registrations.withdraw');
  const cancel = useCommand('registrations.cancel');
  const exclude = useCommand('registrations.exclude');
  const [refusal, setRefusal] = useState<GuichetError>();
  const say = useSay();
  const done = (end: End) => {
    onDone();
    say(SAID[end]);
  };
  const settled = (end: End) => (outcome: CommandOutput<'registrations.cancel'>) => {
    const [refused] = outcome.refused;
    if (refused) setRefusal(new GuichetError(refused.code, { detail: refused.detail }));
    else done(end);
  };
  return {
    run(end: End, reason: string) {
      if (end === 'withdraw') withdraw.mutate({ number, reason }, { onSuccess: () => done(end) });
      else
        (end === 'cancel' ? cancel : exclude).mutate(
          { numbers: [number], reason },
          { onSuccess: settled(end) },
        );
    },
    isPending: withdraw.isPending || cancel.isPending || exclude.isPending,
    error: refusal ?? withdraw.error ?? cancel.error ?? exclude.error,
  };
}
