import { useInfiniteQuery } from '@tanstack/react-query';
import type { CommandOutput } from '#shared/contract/index.ts';
import { MAX_PAGE_SIZE } from '#shared/contract/lists.ts';
import type { GuichetError } from '#shared/errors.ts';
import { useHost } from '../../host/HostContext.tsx';
import type { ListQuery } from './list-query.ts';

type ListPage = CommandOutput<'registrations.list'>;

/** Several screens of rows: what is looked at most. More are fetched at once only by who goes on. */
const FIRST_PAGE_SIZE = 100;

/** The list page after page, as one scrolls; what was there stays on screen while another is asked for. */
export function useRegistrationList(query: ListQuery) {
  const { client } = useHost();
  return useInfiniteQuery<ListPage, GuichetError, { pages: ListPage[] }, unknown[], string | undefined>({
    queryKey: ['registrations.list', query],
    queryFn: ({ pageParam }) =>
      client.call('registrations.list', {
        ...query,
        page: { size: pageParam === undefined ? FIRST_PAGE_SIZE : MAX_PAGE_SIZE, cursor: pageParam },
      }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  });
}
