import { FORMER_KEYS } from '../keys/station-keys.ts';
import { gathered } from '../gathered.ts';
import type { Database, Row } from '../postgres/database.ts';

/** Rows of `station`, with what `keysOf` reads; undefined for a station that is unknown. */
export interface StationLookup {
  /**
   * Those who ask while others are being looked up are looked up together, after: nobody is told what was so before he asked. `isKept`: for
   * `recent`.
   */
  now(stationId: string, isKept?: boolean): Promise<Row | undefined>;
  /**
   * What was kept within the last second, if it was not suspended. It may be by now, or have another key: for whoever asks the base again
   * before he says yes.
   */
  recent(stationId: string): Row | undefined;
}

const RECENT_MS = 1_000;
const KEPT = 2_000;

const lookups = new WeakMap<Database, StationLookup>();

export function stationLookup(database: Database): StationLookup {
  const known = lookups.get(database);
  if (known) return known;
  const recents = new Map<string, { row: Row; untilMs: number }>();
  const find = gathered(async (stationIds: readonly string[]) => {
    const rows = await database.rows(
      `SELECT station_id, public_key, ${FORMER_KEYS}, academy_code, head_seq, suspended_for, revoked_at_ms IS NOT NULL AS revoked
       FROM station WHERE station_id = ANY($1::uuid[])`,
      [stationIds],
    );
    const byId = new Map(rows.map((row) => [String(row['station_id']), row]));
    return stationIds.map((stationId) => byId.get(stationId.toLowerCase()));
  });
  const lookup: StationLookup = {
    async now(stationId, isKept = false) {
      const askedMs = performance.now();
      const row = await find(stationId);
      if (row?.['suspended_for'] !== null) recents.delete(stationId);
      else if (isKept) {
        if (recents.size >= KEPT) recents.clear();
        recents.set(stationId, { row, untilMs: askedMs + RECENT_MS });
      }
      return row;
    },
    recent(stationId) {
      const kept = recents.get(stationId);
      return kept && performance.now() < kept.untilMs ? kept.row : undefined;
    },
  };
  lookups.set(database, lookup);
  return lookup;
}
