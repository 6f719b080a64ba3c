import {
  Cell,
  Collection,
  Column,
  ResizableTableContainer,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
} from 'react-aria-components';
import type { ListRow, ListSort } from '#shared/contract/lists.ts';
import { GRID_COLUMNS } from './grid-columns.tsx';

interface RegistrationGridProps {
  rows: readonly ListRow[];
  sort: ListSort;
  onSort(sort: ListSort): void;
  /** Enter or a click on a row. */
  onOpen(row: ListRow): void;
  isLoadingMore: boolean;
  /** The last row came in sight. */
  onEnd(): void;
}

const LAYOUT = { rowHeight: 32, headingHeight: 32 };

/**
 * Only the rows in sight are in the page: ten thousand scroll like ten. `rows` keeps its members from one page to the next, or each
 * page would build all those before it again. Arrows move, Enter opens, Home and End go to the ends.
 */
export function RegistrationGrid({
  rows,
  sort,
  onSort,
  onOpen,
  isLoadingMore,
  onEnd,
}: RegistrationGridProps) {
  return (
    <ResizableTableContainer className="grid-frame">
      <Virtualizer layout={TableLayout} layoutOptions={LAYOUT}>
        <Table
          aria-label="Inscriptions"
          className="grid"
          sortDescriptor={{ column: sort.by, direction: sort.isDescending ? 'descending' : 'ascending' }}
          onSortChange={({ column, direction }) => {
            const by = GRID_COLUMNS.find((one) => one.sort === column)?.sort;
            if (by) onSort({ by, isDescending: direction === 'descending' });
          }}
        >
          <GridHeader />
          <TableBody>
            <Collection items={rows}>
              {(row) => (
                <Row id={row.registrationNumber} className="grid-row" onAction={() => onOpen(row)}>
                  {GRID_COLUMNS.map((column) => (
                    <Cell key={column.id} className="grid-cell">
                      {column.render(row)}
                    </Cell>
                  ))}
                </Row>
              )}
            </Collection>
            <TableLoadMoreItem isLoading={isLoadingMore} onLoadMore={onEnd} className="grid-row" />
          </TableBody>
        </Table>
      </Virtualizer>
    </ResizableTableContainer>
  );
}

function GridHeader() {
  return (
    <TableHeader>
      {GRID_COLUMNS.map(({ id, title, sort, width, minWidthPx }, index) => (
        <Column
          key={id}
          id={sort ?? id}
          isRowHeader={index === 0}
          allowsSorting={sort !== undefined}
          defaultWidth={width}
          minWidth={minWidthPx}
          className="grid-heading"
        >
          {({ sortDirection }) => (
            <>
              {title}
              {sortDirection !== undefined && (
                <span aria-hidden="true">{sortDirection === 'ascending' ? ' ▲' : ' ▼'}</span>
              )}
            </>
          )}
        </Column>
      ))}
    </TableHeader>
  );
}
