import type { AuditEntry, AuditFilters } from '#shared/contract/audit.ts';
import { addDays, localToMs } from '#shared/rules/local-time.ts';
import { numberOf, textOf, textOrNullOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row, SqlValue } from '#main/database/types.ts';

export interface EntryFilters extends AuditFilters {
  /** Only entries older than this one. */
  before?: number | undefined;
}

const COLUMNS =
  'e.id, e.at_ms, e.clerk_id, e.operation, e.reference, e.outcome, e.hash, a.name AS clerk_name';

/** Newest first. */
export function newestEntries(
  database: ReadableDatabase,
  filters: EntryFilters,
  timeZone: string,
  limit: number,
): AuditEntry[] {
  const { where, values } = whereOf(filters, timeZone);
  return database
    .all(
      `SELECT ${COLUMNS} FROM audit_entry e LEFT JOIN agent a ON a.id = e.clerk_id ${where} ORDER BY e.id DESC LIMIT ?`,
      ...values,
      limit,
    )
    .map(toEntry);
}

/** Oldest first, as rows: an export may be long. */
export function entryRows(
  database: ReadableDatabase,
  filters: EntryFilters,
  timeZone: string,
): Iterable<Row> {
  const { where, values } = whereOf(filters, timeZone);
  return database.each(
    `SELECT ${COLUMNS} FROM audit_entry e LEFT JOIN agent a ON a.id = e.clerk_id ${where} ORDER BY e.id`,
    ...values,
  );
}

/** What was done and shown of these identifiers, oldest first; what has passed the time of the log is gone. */
export function entriesAbout(
  database: ReadableDatabase,
  references: readonly string[],
): Pick<AuditEntry, 'atMs' | 'operation' | 'outcome'>[] {
  return database
    .all(
      `SELECT at_ms, operation, outcome FROM audit_entry WHERE reference <> '' AND reference IN (SELECT value FROM json_each(?)) ORDER BY id`,
      JSON.stringify(references),
    )
    .map((row) => ({
      atMs: numberOf(row, 'at_ms'),
      operation: textOf(row, 'operation'),
      outcome: textOf(row, 'outcome'),
    }));
}

export function toEntry(row: Row): AuditEntry {
  return {
    id: numberOf(row, 'id'),
    atMs: numberOf(row, 'at_ms'),
    clerkId: textOf(row, 'clerk_id'),
    clerkName: textOrNullOf(row, 'clerk_name'),
    operation: textOf(row, 'operation'),
    reference: textOf(row, 'reference') || null,
    outcome: textOf(row, 'outcome'),
  };
}

export function clerksIn(database: ReadableDatabase): { id: string; name: string }[] {
  return database
    .all('SELECT id, name FROM agent ORDER BY name')
    .map((row) => ({ id: textOf(row, 'id'), name: textOf(row, 'name') }));
}

function whereOf(filters: EntryFilters, timeZone: string): { where: string; values: SqlValue[] } {
  const { clerkId, operation, reference, from, until, before } = filters;
  const wanted: [string, SqlValue | undefined][] = [
    ['e.clerk_id = ?', clerkId],
    ['e.operation = ?', operation],
    ['e.reference = ?', reference],
    ['e.at_ms >= ?', from && localToMs(`${from}T00:00`, timeZone)],
    ['e.at_ms < ?', until && localToMs(`${addDays(until, 1)}T00:00`, timeZone)],
    ['e.id < ?', before],
  ];
  const conditions = wanted.flatMap(([sql, value]) =>
    value === undefined || value === '' ? [] : [{ sql, value }],
  );
  return {
    where: conditions.length > 0 ? `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}` : '',
    values: conditions.map(({ value }) => value),
  };
}
