import type { ListFilters } from '#shared/contract/lists.ts';
import { foldForSearch } from '#shared/rules/fold.ts';
import { addDays, localToMs } from '#shared/rules/local-time.ts';
import type { SqlValue } from '#main/database/types.ts';

export interface Where {
  /** After WHERE, about `registration r`; `1` where nothing narrows. */
  sql: string;
  values: SqlValue[];
  /**
   * `few`: something picks out few files, or nothing narrows. `many`: all that narrows is in the index of the list, and part of it in an
   * index of its own, by name. `manyByList`: in the index of the list alone. The engine, which keeps no statistics, would read the files
   * one by one where a walk of that index is fifty times shorter; so it is told.
   */
  reach: 'few' | 'many' | 'manyByList';
  /** Nothing narrows but what files are counted by all along. */
  isTallied: boolean;
}

/** After FROM, for a sum of `r.files`, where what narrows is tallied. */
export const TALLIED = 'registration_tally r';

/** After FROM, for a query about what the index of the list holds. */
export const WALKED = 'registration r INDEXED BY registration_list';

type Condition = [sql: string, ...values: SqlValue[]];

/** The filters as SQL. Days are those of the académie's time zone. */
export function whereOf(filters: ListFilters, timeZone: string): Where {
  const conditions: Condition[] = [
    ...equal('r.campaign_id', filters.campaignId),
    ...among('r.exam', filters.exams),
    ...equal('r.specialty_code', filters.specialtyCode),
    ...among('r.status', filters.statuses),
    ...equal('r.category', filters.category),
    ...equal('r.created_by', filters.clerk),
    ...daysOf(filters, timeZone),
    ...(filters.isLocked === undefined ? [] : equal('r.locked', Number(filters.isLocked))),
    ...completenessOf(filters.isComplete),
    ...syncOf(filters),
    ...textOf(filters.text),
  ];
  return { ...allOf(conditions), reach: reachOf(filters), isTallied: isTallied(filters) };
}

function isTallied({
  category,
  isLocked,
  registeredFrom,
  registeredTo,
  syncState,
  text,
}: ListFilters): boolean {
  return (
    (category ?? isLocked ?? registeredFrom ?? registeredTo ?? syncState ?? (text || undefined)) === undefined
  );
}

function reachOf({ category, isLocked, clerk, specialtyCode, ...others }: ListFilters): Where['reach'] {
  const { registeredFrom, registeredTo, syncState, text, campaignId, exams, statuses, isComplete } = others;
  if (registeredFrom ?? registeredTo ?? syncState ?? (text || undefined)) return 'few';
  if (category ?? isLocked ?? (clerk && specialtyCode)) return 'manyByList';
  const narrows = campaignId ?? clerk ?? specialtyCode ?? isComplete ?? exams[0] ?? statuses[0];
  return narrows === undefined ? 'few' : 'many';
}

/** Both, where one may narrow nothing. */
export function andWhere(where: Where, sql: string, ...values: SqlValue[]): Where {
  return { ...where, sql: `${where.sql} AND ${sql}`, values: [...where.values, ...values], isTallied: false };
}

function allOf(conditions: readonly Condition[]): Pick<Where, 'sql' | 'values'> {
  if (conditions.length === 0) return { sql: '1', values: [] };
  return {
    sql: conditions.map(([sql]) => sql).join(' AND '),
    values: conditions.flatMap(([, ...values]) => values),
  };
}

function equal(column: string, value: SqlValue | undefined): Condition[] {
  return value === undefined ? [] : [[`${column} = ?`, value]];
}

function among(column: string, values: readonly string[]): Condition[] {
  return values.length === 0 ? [] : [[`${column} IN (${values.map(() => '?').join(', ')})`, ...values]];
}

function daysOf({ registeredFrom, registeredTo }: ListFilters, timeZone: string): Condition[] {
  const startOf = (day: string) => localToMs(`${day}T00:00`, timeZone);
  return [
    ...(registeredFrom ? [['r.created_at_ms >= ?', startOf(registeredFrom)] satisfies Condition] : []),
    ...(registeredTo ? [['r.created_at_ms < ?', startOf(addDays(registeredTo, 1))] satisfies Condition] : []),
  ];
}

function completenessOf(isComplete: boolean | undefined): Condition[] {
  if (isComplete === undefined) return [];
  return isComplete ? among('r.status', ['complete']) : among('r.status', ['awaitingReturn', 'returned']);
}

/** The worst state of a file's ops is its own (see `syncStateOf`); nearly all are received, so the others are looked for. */
function syncOf({ syncState, registeredFrom, registeredTo, text }: ListFilters): Condition[] {
  const having = registeredFrom || registeredTo || text ? HAVING_OF_FEW : HAVING_OF_ALL;
  switch (syncState) {
    case undefined:
      return [];
    case 'refused':
      return [[having, 'refused']];
    case 'pending':
      return [[`${having} AND NOT ${having}`, 'pending', 'refused']];
    case 'acknowledged':
      return [[`NOT ${having} AND NOT ${having}`, 'pending', 'refused']];
  }
}

/** Asked of each file, where something else picks out few; else all such files are gathered once, by row id, which every index holds. */
const HAVING_OF_FEW = 'EXISTS (SELECT 1 FROM outbox_op o WHERE o.state = ? AND o.record_id = r.id)';
const HAVING_OF_ALL =
  '(r.rowid IN (SELECT f.rowid FROM outbox_op o JOIN registration f ON f.id = o.record_id WHERE o.state = ?))';

/** Beginning of a number or of an e-mail, a birth date, or the beginnings of words of the names in any order. */
function textOf(text: string): Condition[] {
  if (text === '') return [];
  const compact = text.replace(/\s/g, '');
  if (/^\d{12}$/.test(compact))
    return [['r.candidate_id IN (SELECT id FROM candidate WHERE candidate_number = ?)', compact]];
  if (/^\d{2,15}$/.test(compact)) return beginning('r.registration_number', compact);
  const [, day = '', month = '', year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(compact) ?? [];
  if (year !== undefined)
    return equal('r.birth_date', `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (text.includes('@')) return beginning('r.email', text.toLowerCase());
  const words = foldForSearch(text).split(' ').filter(Boolean);
  if (words.length === 0) return [['0']];
  return [
    [
      `r.rowid IN (SELECT f.rowid FROM name_index n JOIN name_entry e ON e.id = n.rowid
         JOIN registration f ON f.id = e.registration_id WHERE name_index MATCH ?)`,
      words.map((word) => `"${word}"*`).join(' '),
    ],
  ];
}

function beginning(column: string, start: string): Condition[] {
  return [[`${column} >= ? AND ${column} < ?`, start, `${start}\u{10ffff}`]];
}
