import { inkBoundsSchema, type InkBounds, type PenReading } from '#shared/contract/calibration.ts';
import type { StationContext } from '#main/context.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { newId } from '#main/new-id.ts';

/** Null where the station was never calibrated, or went back to the program's bounds; also where what is stored is not safe any more. */
export function currentInkBounds(database: ReadableDatabase): InkBounds | null {
  const row = database.get('SELECT bounds FROM ink_profile ORDER BY rowid DESC LIMIT 1');
  const stored = row?.['bounds'];
  if (typeof stored !== 'string') return null;
  return inkBoundsSchema.safeParse(JSON.parse(stored)).data ?? null;
}

/** `bounds` null: from now on those of the program. */
export function keepInkProfile(
  { database, agent, clock }: Pick<StationContext, 'database' | 'agent' | 'clock'>,
  bounds: InkBounds | null,
  pens: readonly PenReading[],
): void {
  database.run(
    'INSERT INTO ink_profile (id, bounds, pens, agent, at_ms) VALUES (?, ?, ?, ?, ?)',
    newId(),
    bounds && JSON.stringify(bounds),
    JSON.stringify(pens),
    agent.name,
    clock.nowMs(),
  );
}
