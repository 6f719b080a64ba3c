import type { ReactNode } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';

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

/** The first column names the row to a screen reader. Arrows move, Enter opens. */
export function DataTable<Item extends object>({
  label,
  columns,
  items,
  keyOf,
  onOpen,
  empty,
}: DataTableProps<Item>) {
  if (items.length === 0) return empty;
  return (
    <Table aria-label={label} className="data-table">
      <TableHeader>
        {columns.map((column, index) => (
          <Column key={column.id} id={column.id} isRowHeader={index === 0}>
            {column.title}
          </Column>
        ))}
      </TableHeader>
      <TableBody>
        {items.map((item) => (
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
  );
}
