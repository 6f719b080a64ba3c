import { safekeepingEventSchema, type SafekeepingEvent } from '#shared/contract/safekeeping.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';

const SHOWN = 50;

export function noteEvent(database: WritableDatabase, event: SafekeepingEvent, agent: string | null): void {
  const { kind, atMs, ...detail } = event;
  database.run(
    'INSERT INTO safekeeping_event (kind, at_ms, agent, detail) VALUES (?, ?, ?, ?)',
    kind,
    atMs,
    agent,
    JSON.stringify(detail),
  );
}

/** Newest first. */
export function recentEvents(database: ReadableDatabase): SafekeepingEvent[] {
  return database
    .all('SELECT kind, at_ms, detail FROM safekeeping_event ORDER BY id DESC LIMIT ?', SHOWN)
    .map((row) =>
      safekeepingEventSchema.parse({
        kind: textOf(row, 'kind'),
        atMs: numberOf(row, 'at_ms'),
        ...(JSON.parse(textOf(row, 'detail')) as object),
      }),
    );
}

export function lastBackupAtMs(database: ReadableDatabase): number | null {
  const row = database.get(`SELECT max(at_ms) AS at_ms FROM safekeeping_event WHERE kind = 'backedUp'`);
  return row && typeof row['at_ms'] === 'number' ? row['at_ms'] : null;
}

export function everyHours(database: ReadableDatabase): number {
  return numberOf(
    database.get('SELECT every_hours FROM safekeeping_setting WHERE id = 1') ?? {},
    'every_hours',
  );
}

export function setEveryHours(database: WritableDatabase, hours: number): void {
  database.run('UPDATE safekeeping_setting SET every_hours = ? WHERE id = 1', hours);
}
