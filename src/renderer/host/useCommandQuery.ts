import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/index.ts';
import type { GuichetError } from '#shared/errors.ts';
import { useHost } from './HostContext.tsx';

interface Options {
  enabled?: boolean;
  /** Keeps what is on screen while another input is answered: a list must not blink at each keystroke. */
  keepPrevious?: boolean;
  /** Asked anew for each screen: a form must not begin with what was true a moment ago. */
  isFresh?: boolean;
}

/** A command that only reads, kept under `[name, input]` and asked again when an event says it changed. */
export function useCommandQuery<Name extends CommandName>(
  name: Name,
  input: CommandInput<Name>,
  { enabled = true, keepPrevious = false, isFresh = false }: Options = {},
): UseQueryResult<CommandOutput<Name>, GuichetError> {
  const { client } = useHost();
  return useQuery<CommandOutput<Name>, GuichetError>({
    queryKey: isFresh ? [name, input, 'fresh'] : [name, input],
    ...(isFresh ? { gcTime: 0 } : {}),
    queryFn: () => client.call(name, input),
    enabled,
    placeholderData: keepPrevious ? (previous) => previous : undefined,
  });
}
