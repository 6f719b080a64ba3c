import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/index.ts';
import type { GuichetError } from '#shared/errors.ts';
import { useEndNews } from '../ui/StatusProvider.tsx';
import { useHost } from './HostContext.tsx';

/** A command that acts: what was done before is old news, and no longer undone. What it changes on screen follows from the core's events, not from here. */
export function useCommand<Name extends CommandName>(
  name: Name,
): UseMutationResult<CommandOutput<Name>, GuichetError, CommandInput<Name>> {
  const { client } = useHost();
  const endNews = useEndNews();
  return useMutation({
    mutationFn: (input: CommandInput<Name>) => {
      endNews();
      return client.call(name, input);
    },
  });
}
