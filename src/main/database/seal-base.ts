import { GuichetError } from '#shared/errors.ts';
import { emptyLog } from './empty-log.ts';
import { healthKeyOf, healthMark, isHealthMark } from './health-seal.ts';
import { SEALED_TABLES } from './sealed-columns.ts';
import type { ReadableDatabase, WritableDatabase } from './types.ts';

/** What a base says of itself once it is sealed: proves that a key is its health key. */
const CHECK = 'station';

/** `none`: nothing was sealed yet. `other`: another key than this one sealed it. */
export function healthStateOf(
  database: ReadableDatabase,
  stationKey: Uint8Array,
): 'none' | 'opens' | 'other' {
  const check = database.get('SELECT health_check FROM station WHERE id = 1')?.['health_check'] ?? null;
  const key = healthKeyOf(stationKey);
  if (check === null) return 'none';
  return key && isHealthMark(check, key, CHECK) ? 'opens' : 'other';
}

export function healthCheckOf(key: Uint8Array): Uint8Array {
  return healthMark(key, CHECK);
}

/**
 * Says which key will seal a base of before, and with that that no other ever will. Called under the write lock, where `healthStateOf` is
 * `none` and nothing is sealed.
 */
export function claimForHealth(database: WritableDatabase, stationKey: Uint8Array): void {
  const key = healthKeyOf(stationKey);
  if (key) database.run('UPDATE station SET health_check = ? WHERE id = 1', healthCheckOf(key));
}

/** Whether everything that was written in clear by an earlier version is sealed. */
export function isBaseSealed(database: ReadableDatabase): boolean {
  return database.get('SELECT 1 FROM station WHERE id = 1 AND health_sealed_at_ms IS NOT NULL') !== undefined;
}

/** Whether anything is sealed, whatever the base says of itself. */
export function holdsSealed(database: ReadableDatabase): boolean {
  return SEALED_TABLES.some(({ table, columns, alike = [] }) =>
    [...columns, ...alike].some(
      (column) => database.get(`SELECT 1 FROM ${table} WHERE is_sealed(${column}) LIMIT 1`) !== undefined,
    ),
  );
}

/** Of a base that was just made, or whose columns are all sealed. */
export function noteHealthKey(database: WritableDatabase, stationKey: Uint8Array, nowMs: number): void {
  const key = healthKeyOf(stationKey);
  if (!key) return;
  database.run(
    'UPDATE station SET health_check = ?, health_sealed_at_ms = ? WHERE id = 1',
    healthCheckOf(key),
    nowMs,
  );
}

/**
 * Seals what an earlier version of the program wrote in clear, all of it or nothing. `secure_delete` overwrites what was there. Throws
 * `disk-full`; `database-damaged` where another key was to seal it. `begin`: under the write lock, before anything is sealed.
 */
export function sealBase(
  database: WritableDatabase,
  stationKey: Uint8Array,
  { nowMs, begin }: { nowMs: number; begin: () => void },
): void {
  database.transaction(() => {
    begin();
    if (healthStateOf(database, stationKey) === 'other')
      throw new GuichetError('database-damaged', { detail: { file: 'station.json' } });
    database.run(
      `UPDATE registration SET sealed_reason = counter_reason, counter_reason = ${clearReasonSql('counter_reason')}
       WHERE sealed_reason = ''`,
    );
    for (const sql of sealingSql()) database.run(sql);
    noteHealthKey(database, stationKey, nowMs);
  });
  // What was overwritten must not live on in the log.
  emptyLog(database);
}

/** Seals what is clear. Of a row that is there twice, what was noted under the health key is the later, and stays. */
function sealingSql(): string[] {
  const forgetting = SEALED_TABLES.flatMap(({ table, place, alike = [] }) =>
    alike.map(
      (column) =>
        `DELETE FROM ${table} WHERE NOT is_sealed(${column}) AND EXISTS (SELECT 1 FROM ${table} AS later
           WHERE later.${place} = ${table}.${place} AND later.${column} = sealed_alike(${table}.${column}, ${table}.${place}))`,
    ),
  );
  return [...forgetting, ...rewritingSql('sealed', 'NOT is_sealed')];
}

/** For a copy under another health key, where `resealed` is bound. */
export function resealingSql(): string[] {
  return rewritingSql('resealed', 'is_sealed');
}

function rewritingSql(work: 'sealed' | 'resealed', which: string): string[] {
  return SEALED_TABLES.flatMap(({ table, place, columns, alike = [] }) =>
    [...columns, ...alike].map((column) => {
      const how = alike.includes(column) ? `${work}_alike` : work;
      return `UPDATE ${table} SET ${column} = ${how}(${column}, ${place}) WHERE ${which}(${column})`;
    }),
  );
}

/** The reasons for coming to the counter stay countable; the one that tells of health is counted with the others. */
function clearReasonSql(value: string): string {
  return `CASE ${value} WHEN 'disability' THEN 'other' ELSE ${value} END`;
}
