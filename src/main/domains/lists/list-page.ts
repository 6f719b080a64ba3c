import { z } from 'zod';
import type { ListSort } from '#shared/contract/lists.ts';
import { GuichetError } from '#shared/errors.ts';
import { numberOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row, SqlValue } from '#main/database/types.ts';
import { andWhere, WALKED, type Where } from './list-where.ts';

/** Where a page ends: the value it is sorted by, and the row that breaks ties. */
const cursorSchema = z.tuple([z.union([z.string(), z.number()]), z.number().int()]);

const SORT_COLUMNS: Record<ListSort['by'], string> = {
  name: 'r.search_name',
  number: 'r.registration_number',
  registeredAt: 'r.created_at_ms',
  specialty: 'r.specialty_code',
  status: 'r.status',
};

export interface PageOfIds {
  /** Row ids of `registration`, in the order of the list. */
  rowIds: number[];
  nextCursor: string | null;
}

export interface PageQuery {
  where: Where;
  sort: ListSort;
  size: number;
  cursor?: string | undefined;
}

/**
 * One page by its keys alone, so that what is sorted comes from an index and a row is only read when it is shown. It goes on
 * from the last key of the page before, never from a count of rows: page 200 costs what page 1 costs.
 */
export function pageOfIds(database: ReadableDatabase, query: PageQuery): PageOfIds {
  const { sql, values } = pageSql(query);
  const rows = database.all(sql, ...values);
  const page = rows.slice(0, query.size);
  const last = rows.length > query.size ? page.at(-1) : undefined;
  return {
    rowIds: page.map((row) => numberOf(row, 'row_id')),
    nextCursor: last ? JSON.stringify([keyOf(last), numberOf(last, 'row_id')]) : null,
  };
}

/** The statement behind `pageOfIds`, for the tests that hold its plan. */
export function pageSql({ where, sort, size, cursor }: PageQuery): { sql: string; values: SqlValue[] } {
  const column = SORT_COLUMNS[sort.by];
  const after = cursor === undefined ? undefined : parseCursor(cursor);
  const from = after
    ? andWhere(where, `(${column}, r.rowid) ${sort.isDescending ? '<' : '>'} (?, ?)`, ...after)
    : where;
  const direction = sort.isDescending ? 'DESC' : 'ASC';
  return {
    sql: `SELECT r.rowid AS row_id, ${column} AS sort_key FROM ${tableOf(where, sort)} WHERE ${from.sql}
      ORDER BY ${column} ${direction}, r.rowid ${direction} LIMIT ?`,
    values: [...from.values, size + 1],
  };
}

/** The other indexes are by name: sorted by anything else, many files are sorted out of the index of the list, which has no numbers. */
function tableOf({ reach }: Where, { by }: ListSort): string {
  const isWalked = by === 'name' ? reach === 'manyByList' : by !== 'number' && reach !== 'few';
  return isWalked ? WALKED : 'registration r';
}

function keyOf(row: Row): string | number {
  return cursorSchema.parse([row['sort_key'], 0])[0];
}

/** Throws `invalid-input` for a cursor that no page gave. */
function parseCursor(cursor: string): [string | number, number] {
  try {
    return cursorSchema.parse(JSON.parse(cursor));
  } catch (cause) {
    throw new GuichetError('invalid-input', { fields: [{ path: 'page.cursor', code: 'bad-format' }], cause });
  }
}
