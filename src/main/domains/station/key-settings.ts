import type { KeySettings } from '#shared/contract/keys.ts';
import { bytesOf, numberOf, numberOrNullOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';

const DAY_MS = 86_400_000;

export function keySettingsOf(database: ReadableDatabase): KeySettings {
  const row = database.get('SELECT idle_minutes, expiry_days FROM station WHERE id = 1') ?? {};
  return { idleMinutes: numberOf(row, 'idle_minutes'), expiryDays: numberOrNullOf(row, 'expiry_days') };
}

export function setKeySettings(database: WritableDatabase, settings: KeySettings, nowMs: number): void {
  // The days begin when somebody asks for them: a station that met no centre for a year is not shut at once.
  const begins = keySettingsOf(database).expiryDays === null && settings.expiryDays !== null;
  database.transaction(() => {
    database.run(
      'UPDATE station SET idle_minutes = ?, expiry_days = ? WHERE id = 1',
      settings.idleMinutes,
      settings.expiryDays,
    );
    if (begins) liftExpiry(database, nowMs);
  });
}

/** When the centre last answered, by the line or by the receipt of a batch; null where it never did. */
export function lastContactAtMs(database: ReadableDatabase): number | null {
  const row = database.get(
    `SELECT max((SELECT max(coalesce(last_success_ms, 0), enrolled_at_ms) FROM central_server),
                coalesce((SELECT max(received_at_ms) FROM receipt), 0)) AS at_ms`,
  );
  return row ? numberOrNullOf(row, 'at_ms') : null;
}

export function liftExpiry(database: WritableDatabase, nowMs: number): void {
  database.run('UPDATE station SET expiry_lifted_ms = max(latest_seen_ms, ?) WHERE id = 1', nowMs);
}

/** Days since the centre was met, where they are too many; null while the slots of all clerks open. A station without a centre never expires. */
export function expiredDaysOf(database: ReadableDatabase, nowMs: number): number | null {
  const { expiryDays } = keySettingsOf(database);
  const contactAtMs = lastContactAtMs(database);
  if (expiryDays === null || contactAtMs === null) return null;
  const row = database.get('SELECT expiry_lifted_ms, latest_seen_ms FROM station WHERE id = 1') ?? {};
  const sinceMs = Math.max(contactAtMs, numberOrNullOf(row, 'expiry_lifted_ms') ?? 0);
  const days = Math.floor((Math.max(nowMs, numberOf(row, 'latest_seen_ms')) - sinceMs) / DAY_MS);
  return days > expiryDays ? days : null;
}

/** A clerk opened the station: the date is remembered, so that one moved back makes nothing younger. */
export function noteUnlock(database: WritableDatabase, login: string, nowMs: number): void {
  database.transaction(() => {
    database.run('UPDATE agent SET last_unlock_ms = ? WHERE login = ?', nowMs, login);
    database.run('UPDATE station SET latest_seen_ms = max(latest_seen_ms, ?) WHERE id = 1', nowMs);
  });
}

export function setRecoveryPublicKey(database: WritableDatabase, publicKey: Uint8Array): void {
  database.run('UPDATE station SET recovery_public_key = ? WHERE id = 1', publicKey);
}

export function recoveryPublicKeyOf(database: ReadableDatabase): Uint8Array | undefined {
  const row = database.get(
    'SELECT recovery_public_key FROM station WHERE id = 1 AND recovery_public_key IS NOT NULL',
  );
  return row && bytesOf(row, 'recovery_public_key');
}
