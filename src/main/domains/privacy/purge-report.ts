import {
  purgeCountsSchema,
  purgeReportSchema,
  type PurgeCounts,
  type PurgeReport,
} from '#shared/contract/privacy.ts';
import { GuichetError } from '#shared/errors.ts';
import type { StationContext } from '#main/context.ts';
import { jsonOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row, WritableDatabase } from '#main/database/types.ts';
import { newId } from '#main/new-id.ts';

export interface Visa {
  visaReference: string;
  visaOn: string;
  digest: string;
}

/** Begun before anything is destroyed, and kept in step with each transaction: an interruption leaves a true report. */
export function beginReport(
  { database, agent, clock }: Pick<StationContext, 'database' | 'agent' | 'clock'>,
  visa: Visa,
): string {
  const id = newId();
  const none: PurgeCounts = { registrations: 0, candidates: 0, documents: 0, abandoned: 0, sessions: {} };
  database.run(
    `INSERT INTO purge_report (id, visa_reference, visa_on, digest, agent, started_at_ms, counts) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    id,
    visa.visaReference,
    visa.visaOn,
    visa.digest,
    agent.name,
    clock.nowMs(),
    JSON.stringify(none),
  );
  return id;
}

export function addToReport(database: WritableDatabase, id: string, added: PurgeCounts): void {
  const { counts } = getReport(database, id);
  const sessions = { ...counts.sessions };
  for (const [year, count] of Object.entries(added.sessions)) sessions[year] = (sessions[year] ?? 0) + count;
  const sum: PurgeCounts = {
    registrations: counts.registrations + added.registrations,
    candidates: counts.candidates + added.candidates,
    documents: counts.documents + added.documents,
    abandoned: counts.abandoned + added.abandoned,
    sessions,
  };
  database.run('UPDATE purge_report SET counts = ? WHERE id = ?', JSON.stringify(sum), id);
}

export function endReport(database: WritableDatabase, id: string, atMs: number): void {
  database.run('UPDATE purge_report SET ended_at_ms = ? WHERE id = ?', atMs, id);
}

/** Newest first. */
export function purgeReports(database: ReadableDatabase): PurgeReport[] {
  return database.all('SELECT * FROM purge_report ORDER BY started_at_ms DESC, id DESC').map(toReport);
}

export function getReport(database: ReadableDatabase, id: string): PurgeReport {
  const row = database.get('SELECT * FROM purge_report WHERE id = ?', id);
  if (!row) throw new GuichetError('database-damaged', { detail: { column: 'purge_report' } });
  return toReport(row);
}

function toReport(row: Row): PurgeReport {
  return purgeReportSchema.parse({
    id: row['id'],
    visaReference: row['visa_reference'],
    visaOn: row['visa_on'],
    digest: row['digest'],
    agent: row['agent'],
    startedAtMs: row['started_at_ms'],
    endedAtMs: row['ended_at_ms'],
    counts: jsonOf(row, 'counts', purgeCountsSchema),
  });
}
