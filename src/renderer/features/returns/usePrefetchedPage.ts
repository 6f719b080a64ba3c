import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CommandInput, CommandName } from '#shared/contract/index.ts';
import type { PageLine } from '#shared/contract/returned-pages.ts';
import { useHost } from '../../host/HostContext.tsx';
import { pageImageQuery } from './page-image.ts';

/** Asks for the next page while the present one is looked at: it then opens without waiting. */
export function usePrefetchedPage(page: PageLine | undefined): void {
  const { client } = useHost();
  const cache = useQueryClient();
  const { id, registrationNumber: number } = page ?? {};
  useEffect(() => {
    if (id === undefined) return;
    const ask = <Name extends CommandName>(name: Name, input: CommandInput<Name>) =>
      void cache.prefetchQuery({ queryKey: [name, input], queryFn: () => client.call(name, input) });
    ask('returns.open', { id });
    void cache.prefetchQuery(pageImageQuery(client, id));
    if (typeof number === 'string') ask('registrations.get', { number });
  }, [cache, client, id, number]);
}
