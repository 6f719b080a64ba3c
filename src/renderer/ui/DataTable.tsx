import { useState, type ReactNode } from 'react';
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
}

/** As many as a screen shows twice over: hundreds would make whoever comes for the first ones wait. */
const SHOWN_AT_ONCE = 40;

/** The first column names the row to a screen reader. Arrows move, Enter opens. A long table shows its beginning, and the rest when asked. */
export function DataTable<Item extends object>({
  label,
  columns,
  items,
  keyOf,
  onOpen,
  empty,
}: DataTableProps<Item>) {
  const [isWhole, setIsWhole] = useState(false);
  if (items.length === 0) return empty;
  const shown = isWhole ? items : items.slice(0, SHOWN_AT_ONCE);
  const left = items.length - shown.length;
  return (
    <>
      <Table aria-label={label} className="data-table">
        <TableHeader>
          {columns.map((column, index) => (
            <Column key={column.id} id={column.id} isRowHeader={index === 0}>
              {column.title}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
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
        <Button variant="quiet" onPress={() => setIsWhole(true)}>
          {left === 1 ? 'Montrer la ligne suivante' : `Montrer les ${left} lignes suivantes`}
        </Button>
      )}
    </>
  );
}
