import { useMemo, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { Button } from './Button.tsx';

export interface TableColumn<Item> {
  id: string;
  title: string;
  render(item: Item): ReactNode;
  /** Numbers and dates: figures of one width, no line break. */
  isCompact?: boolean;
}

interface DataTableProps<Item> {
  label: string;
  columns: readonly TableColumn<Item>[];
  items: readonly Item[];
  keyOf(item: Item): string;
  /** Enter or a click on a row. */
  onOpen?: (item: Item) => void;
  empty: ReactNode;
  /** How many rows are shown before the others are asked for; all of them unless told. For what may be hundreds and is seldom read to its end. */
  firstRows?: number;
}

/** The first column names the row to a screen reader. Arrows move, Enter opens. Asked for the rest, the keys go to the first row of it. */
export function DataTable<Item extends object>({
  label,
  columns,
  items,
  keyOf,
  onOpen,
  empty,
  firstRows = Number.POSITIVE_INFINITY,
}: DataTableProps<Item>) {
  const [isWhole, setIsWhole] = useState(false);
  const body = useRef<HTMLTableSectionElement>(null);
  const header = useHeader(columns);
  const showAll = () => {
    // At once: the rows must be there to be gone to.
    flushSync(() => setIsWhole(true));
    body.current?.querySelectorAll<HTMLElement>('[role=row]')[firstRows]?.focus();
  };
  if (items.length === 0) return empty;
  const shown = isWhole ? items : items.slice(0, firstRows);
  const left = items.length - shown.length;
  return (
    <>
      <Table aria-label={label} className="data-table">
        {header}
        <TableBody ref={body}>
          {shown.map((item) => (
            <Row key={keyOf(item)} id={keyOf(item)} {...(onOpen ? { onAction: () => onOpen(item) } : {})}>
              {columns.map((column) => (
                <Cell key={column.id} className={column.isCompact ? 'cell-compact' : 'cell'}>
                  {column.render(item)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </Table>
      {left > 0 && (
        <Button variant="quiet" onPress={showAll}>
          {left === 1 ? 'Montrer la ligne suivante' : `Montrer les ${left} lignes suivantes`}
        </Button>
      )}
    </>
  );
}

/** Drawn again only with other columns: most often the rows alone change. */
function useHeader(columns: readonly Pick<TableColumn<never>, 'id' | 'title'>[]): ReactNode {
  return useMemo(
    () => (
      <TableHeader>
        {columns.map(({ id, title }, index) => (
          <Column key={id} id={id} isRowHeader={index === 0}>
            {title}
          </Column>
        ))}
      </TableHeader>
    ),
    [columns],
  );
}
