import type { RetentionSettings } from '#shared/contract/privacy.ts';
import { retentionChangeSchema } from '#shared/contract/privacy.ts';
import { GuichetError } from '#shared/errors.ts';
import { DEFAULT_RETENTION } from '#shared/rules/retention.ts';
import type { StationContext } from '#main/context.ts';
import type { ReadableDatabase, Row } from '#main/database/types.ts';
import { newId } from '#main/new-id.ts';

type RetentionChange = ReturnType<typeof toChange>;

/** Newest first. Settings are never overwritten: each change stays, with who made it. */
export function retentionChanges(database: ReadableDatabase): RetentionChange[] {
  return database.all('SELECT * FROM retention_setting ORDER BY at_ms DESC, id DESC').map(toChange);
}

export function retentionSettings(database: ReadableDatabase): RetentionSettings {
  const [last] = retentionChanges(database);
  if (!last) return DEFAULT_RETENTION;
  const { activeYears, intermediateYears, sessionEnd } = last;
  return { activeYears, intermediateYears, sessionEnd };
}

/** Throws `nothing-changed`. */
export function configureRetention(
  { database, agent, clock }: Pick<StationContext, 'database' | 'agent' | 'clock'>,
  settings: RetentionSettings,
): void {
  const now = retentionSettings(database);
  const isSame =
    now.activeYears === settings.activeYears &&
    now.intermediateYears === settings.intermediateYears &&
    now.sessionEnd === settings.sessionEnd;
  if (isSame) throw new GuichetError('nothing-changed');
  database.run(
    'INSERT INTO retention_setting (id, active_years, intermediate_years, session_end, agent, at_ms) VALUES (?, ?, ?, ?, ?, ?)',
    newId(),
    settings.activeYears,
    settings.intermediateYears,
    settings.sessionEnd,
    agent.name,
    clock.nowMs(),
  );
}

function toChange(row: Row) {
  return retentionChangeSchema.parse({
    activeYears: row['active_years'],
    intermediateYears: row['intermediate_years'],
    sessionEnd: row['session_end'],
    agent: row['agent'],
    atMs: row['at_ms'],
  });
}
