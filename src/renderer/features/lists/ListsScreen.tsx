import { useMemo } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ExportButton } from './ExportButton.tsx';
import { FilterBar } from './FilterBar.tsx';
import { countFilters, formatListQuery, parseListQuery, WHOLE_LIST, type ListQuery } from './list-query.ts';
import { ListTotals } from './ListTotals.tsx';
import { RegistrationGrid } from './RegistrationGrid.tsx';
import { useRegistrationList } from './useRegistrationList.ts';
import { ViewBar } from './ViewBar.tsx';

/** Every registration, narrowed, sorted, saved as a view, written as a file. `query`: as in the address. */
export function ListsScreen({ query: address }: { query: string | undefined }) {
  const query = parseListQuery(address);
  const list = useRegistrationList(query);
  const show = (next: ListQuery) => navigate({ screen: 'lists', query: formatListQuery(next) });
  const [first] = list.data?.pages ?? [];
  const { data } = list;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  return (
    <div className="page page-wide list-page">
      <PageHeader
        title="Listes"
        actions={
          <>
            <ViewBar query={query} onOpen={show} />
            <ExportButton query={query} total={first?.total ?? 0} />
          </>
        }
      />
      <FilterBar filters={query.filters} onChange={(filters) => show({ ...query, filters })} />
      {list.error && <ErrorNotice error={list.error} />}
      {first && <ListTotals total={first.total} totals={first.totals} />}
      {first?.total === 0 ? (
        <NothingFound hasFilters={countFilters(query.filters) > 0} onClear={() => show(WHOLE_LIST)} />
      ) : (
        <RegistrationGrid
          rows={rows}
          sort={query.sort}
          onSort={(sort) => show({ ...query, sort })}
          onOpen={(row) => navigate({ screen: 'dossier', number: row.registrationNumber })}
          isLoadingMore={list.isFetchingNextPage}
          onEnd={() => {
            if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
          }}
        />
      )}
    </div>
  );
}

function NothingFound({ hasFilters, onClear }: { hasFilters: boolean; onClear(): void }) {
  if (!hasFilters) return <EmptyState title="Aucune inscription dans ce poste." />;
  return (
    <EmptyState title="Aucune inscription ne répond à ces filtres.">
      <Button onPress={onClear}>Effacer les filtres</Button>
    </EmptyState>
  );
}
