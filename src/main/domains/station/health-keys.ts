import { mayReadHealth } from '#shared/rights.ts';
import { GuichetError } from '#shared/errors.ts';
import { healthKeyOf, healthMark, isHealthMark, withoutHealth } from '#main/database/health-seal.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import type { SealedFor, SealingOrder } from '#main/vault/vault.ts';
import { findActiveAgent, publicKeysOf } from './clerk-store.ts';
import { recoveryPublicKeyOf } from './key-settings.ts';

/** What her slot holds of the station key `full`: all of it, or without the health key, by her role. */
export function keyForRole(database: ReadableDatabase, login: string, full: Uint8Array): Uint8Array {
  return isEntitled(database, login) ? full : withoutHealth(full);
}

/**
 * Whose slots open another key. The health key goes to those only whom somebody who had it once gave it to: a role or a public key that was
 * changed in the base by the base's own key gains nothing.
 */
export function sealedForAll(
  database: ReadableDatabase,
  keys: { from: Uint8Array; to: Uint8Array },
): SealingOrder {
  const clerks = [...publicKeysOf(database)].map(([login, publicKey]): [string, SealedFor] => {
    const isGiven = isMarked(database, login, keys.from);
    return [
      login,
      { publicKey, databaseKey: isGiven ? keyForRole(database, login, keys.to) : withoutHealth(keys.to) },
    ];
  });
  return { clerks: new Map(clerks), recovery: recoveryFor(database, keys.to) };
}

/** Of the first health key of a base, when nobody can have been given it yet: by roles. */
export function sealedForEntitled(database: ReadableDatabase, full: Uint8Array): SealingOrder {
  const clerks = entitledClerks(database).map(([login, publicKey]): [string, SealedFor] => [
    login,
    { publicKey, databaseKey: full },
  ]);
  return { clerks: new Map(clerks), recovery: recoveryFor(database, full) };
}

/** Logins of those who may have the health key. */
function entitledClerks(database: ReadableDatabase): [login: string, publicKey: Uint8Array][] {
  return [...publicKeysOf(database)].filter(([login]) => isEntitled(database, login));
}

/** Said by somebody who has the health key: this clerk, with her public key of now, was given it, or has it no longer. */
export function noteHealthKeyOf(database: WritableDatabase, login: string, stationKey: Uint8Array): void {
  const key = healthKeyOf(stationKey);
  const publicKey = publicKeysOf(database).get(login);
  const isGiven = key && publicKey && isEntitled(database, login);
  if (isGiven && isMarked(database, login, stationKey)) return;
  const mark = isGiven ? healthMark(key, markOf(login, publicKey)) : null;
  database.run('UPDATE agent SET health_mark = ? WHERE login = ?', mark, login);
}

/** What can only be done whole by somebody who has both keys. Throws `health-reserved`. */
export function requireHealthKey(stationKey: Uint8Array): void {
  if (!healthKeyOf(stationKey)) throw new GuichetError('health-reserved');
}

function isEntitled(database: ReadableDatabase, login: string): boolean {
  const agent = findActiveAgent(database, login);
  return agent !== undefined && mayReadHealth(agent.role);
}

function isMarked(database: ReadableDatabase, login: string, stationKey: Uint8Array): boolean {
  const row = database.get('SELECT health_mark, public_key FROM agent WHERE login = ?', login);
  const key = healthKeyOf(stationKey);
  const publicKey = row?.['public_key'];
  if (!key || !(publicKey instanceof Uint8Array)) return false;
  return isHealthMark(row?.['health_mark'], key, markOf(login, publicKey));
}

function markOf(login: string, publicKey: Uint8Array): string {
  return `clerk ${login} ${Buffer.from(publicKey).toString('base64')}`;
}

function recoveryFor(database: ReadableDatabase, databaseKey: Uint8Array): SealedFor | undefined {
  const publicKey = recoveryPublicKeyOf(database);
  return publicKey && { publicKey, databaseKey };
}
