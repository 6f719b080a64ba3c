import { z } from 'zod';
import { fileEventSchema, type FileEvent } from '#shared/contract/registrations.ts';
import type { StationContext } from '#main/context.ts';
import { jsonOf, numberOf, textOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { newId } from '#main/new-id.ts';

const detailSchema = z.record(z.string(), z.string());

/** Adds one line to the history of a file. Call it inside the transaction of what it tells. */
export function recordEvent(
  { database, agent, clock }: Pick<StationContext, 'database' | 'agent' | 'clock'>,
  registrationId: string,
  kind: FileEvent['kind'],
  detail: Record<string, string> = {},
): void {
  const id = newId();
  database.run(
    'INSERT INTO registration_event (id, registration_id, kind, detail, agent, at_ms) VALUES (?, ?, ?, sealed(?, ?), ?, ?)',
    id,
    registrationId,
    kind,
    JSON.stringify(detail),
    id,
    agent.name,
    clock.nowMs(),
  );
}

/** Oldest first. */
export function eventsOf(database: ReadableDatabase, registrationId: string): FileEvent[] {
  return database
    .all(
      `SELECT *, ${opened('registration_event')} FROM registration_event WHERE registration_id = ? ORDER BY at_ms, id`,
      registrationId,
    )
    .map((row) => ({
      kind: fileEventSchema.shape.kind.parse(row['kind']),
      detail: jsonOf(row, 'detail', detailSchema),
      agent: textOf(row, 'agent'),
      atMs: numberOf(row, 'at_ms'),
    }));
}
