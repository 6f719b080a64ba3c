import { z } from 'zod';
import { fieldChangeSchema, type FieldChange } from '#shared/contract/registrations.ts';
import type { ChangeEntry } from '#shared/protocol/changes.ts';
import { jsonOf, numberOf, numberOrNullOf, textOf, textOrNullOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase, Row, WritableDatabase } from '#main/database/types.ts';

const pathsSchema = z.array(z.string());
const changesSchema = z.array(fieldChangeSchema);
/** More than any counter has seen in a day; the oldest first, so that none is out of reach. */
const LIST_LIMIT = 200;

/** A change that contradicts what another counter did first: kept whole until a person decides. */
export interface StoredConflict {
  /** Of the op that proposes it. */
  id: string;
  recordId: string;
  /** Code of the centre (`VERDICT_REASONS`). */
  reason: string;
  /** Answers that contradict; of a withdrawal, none. */
  paths: string[];
  changes: FieldChange[];
  agent: string;
  station: string;
  capturedAtMs: number;
  decidedBy: string | null;
  decidedAtMs: number | null;
}

/** The same proposal read twice is one, and a decision that is known stays. */
export function keepConflict(database: WritableDatabase, entry: ChangeEntry): void {
  if (!entry.conflict) return;
  database.run(
    `INSERT INTO conflict (op_id, record_id, reason, paths, changes, agent, station, captured_at_ms)
     VALUES (?, ?, ?, sealed(?, ?), sealed(?, ?), ?, ?, ?) ON CONFLICT (op_id) DO NOTHING`,
    entry.opId,
    entry.recordId,
    entry.conflict.reason,
    JSON.stringify(entry.conflict.paths),
    entry.opId,
    JSON.stringify(entry.changes),
    entry.opId,
    entry.agent,
    entry.station,
    entry.capturedAtMs,
  );
}

export function noteDecided(
  database: WritableDatabase,
  ids: readonly string[],
  by: { name: string; atMs: number },
): void {
  for (const id of ids)
    database.run(
      'UPDATE conflict SET decided_by = ?, decided_at_ms = ? WHERE op_id = ? AND decided_by IS NULL',
      by.name,
      by.atMs,
      id,
    );
}

export function findConflict(database: ReadableDatabase, id: string): StoredConflict | undefined {
  const row = database.get(`SELECT *, ${opened('conflict')} FROM conflict WHERE op_id = ?`, id);
  return row && toConflict(row);
}

/** Those that wait, the oldest first; of one file, the decided ones too. */
export function listConflicts(database: ReadableDatabase, recordId?: string): StoredConflict[] {
  const rows =
    recordId === undefined
      ? database.all(
          `SELECT *, ${opened('conflict')} FROM conflict WHERE decided_by IS NULL ORDER BY captured_at_ms, op_id LIMIT ${LIST_LIMIT}`,
        )
      : database.all(
          `SELECT *, ${opened('conflict')} FROM conflict WHERE record_id = ? ORDER BY captured_at_ms, op_id LIMIT ${LIST_LIMIT}`,
          recordId,
        );
  return rows.map(toConflict);
}

function toConflict(row: Row): StoredConflict {
  return {
    id: textOf(row, 'op_id'),
    recordId: textOf(row, 'record_id'),
    reason: textOf(row, 'reason'),
    paths: jsonOf(row, 'paths', pathsSchema),
    changes: jsonOf(row, 'changes', changesSchema),
    agent: textOf(row, 'agent'),
    station: textOf(row, 'station'),
    capturedAtMs: numberOf(row, 'captured_at_ms'),
    decidedBy: textOrNullOf(row, 'decided_by'),
    decidedAtMs: numberOrNullOf(row, 'decided_at_ms'),
  };
}
