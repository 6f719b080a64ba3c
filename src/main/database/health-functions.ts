import { createSecretKey, type KeyObject } from 'node:crypto';
import type Driver from 'better-sqlite3';
import { GuichetError } from '#shared/errors.ts';
import { isSealed, seal, sealAlike, unseal, unsealBytes, type SealingKey } from './health-seal.ts';

/**
 * What our SQL calls on sealed columns (docs/adr/0008). Without the health key nothing is sealed nor opened, and a query that needs it
 * fails with `health-reserved`; `unsealed_if_entitled` gives NULL instead.
 */
export function bindHealthFunctions(driver: Driver.Database, key: Uint8Array | undefined): void {
  const secret = key && createSecretKey(key);
  const withKey =
    (work: (value: string | Uint8Array, place: string, key: KeyObject) => unknown) =>
    (value: unknown, place: unknown) => {
      if (!isSealable(value)) return value;
      if (!secret) throw new GuichetError('health-reserved');
      return work(value, String(place), secret);
    };
  const open = (value: unknown, place: unknown) =>
    isSealable(value) && isSealed(value) ? withKey(unseal)(value, place) : value;
  driver.function('sealed', withKey(seal));
  driver.function('sealed_alike', withKey(alikeOf));
  driver.function('unsealed', open);
  driver.function('unsealed_bytes', (value: unknown, place: unknown) =>
    typeof value === 'string' && !isSealed(value) ? Buffer.from(value) : withKey(unsealBytes)(value, place),
  );
  driver.function('unsealed_if_entitled', (value: unknown, place: unknown) =>
    key || !isSealable(value) || !isSealed(value) ? open(value, place) : null,
  );
  // NULL of what says nothing: neither sealed nor to be sealed.
  driver.function('is_sealed', (value: unknown) =>
    isSealable(value) && value.length > 0 ? Number(isSealed(value)) : null,
  );
  driver.function('opens_health', () => (key ? 1 : 0));
}

/** For a copy of a base that gets another health key: what `from` sealed, sealed by `to`. */
export function bindResealing(driver: Driver.Database, from: Uint8Array, to: Uint8Array): void {
  const reseal =
    (again: typeof alikeOf) =>
    (value: unknown, place: unknown): unknown => {
      if (!isSealable(value)) return value;
      return again(unseal(value, String(place), from), String(place), to);
    };
  driver.function('resealed', reseal(seal));
  driver.function('resealed_alike', reseal(alikeOf));
}

function alikeOf(value: string | Uint8Array, place: string, key: SealingKey): string | Uint8Array {
  return typeof value === 'string' ? sealAlike(value, place, key) : seal(value, place, key);
}

function isSealable(value: unknown): value is string | Uint8Array {
  return typeof value === 'string' || value instanceof Uint8Array;
}
