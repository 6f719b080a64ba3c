import { mayReadHealth } from '#shared/rights.ts';
import { GuichetError } from '#shared/errors.ts';
import { healthKeyOf, withNewHealthKey, withoutHealth } from '#main/database/health-seal.ts';
import { healthStateOf, sealBase } from '#main/database/seal-base.ts';
import type { WritableDatabase } from '#main/database/types.ts';
import type { Clock } from '#main/ports/clock.ts';
import type { Vault } from '#main/vault/vault.ts';
import { publicKeysOf } from './clerk-store.ts';
import { entitledClerks, noteHealthKeyOf, sealedForEntitled } from './health-keys.ts';
import type { OpenSession } from './open-session.ts';

interface Needs {
  vault: Vault;
  clock: Clock;
}

/**
 * The station key as the clerk who just opened the base may hold it: the one she has; without the health key where her role is not entitled
 * to it any more; with a first one, sealed to every entitled clerk, where an earlier version of the program made the base. Who is given
 * another than she has opens the base again with it. Throws `database-damaged` where her slot is of another base.
 */
export async function settleHealthKey(
  needs: Needs,
  { database, databaseKey, context }: OpenSession,
): Promise<Uint8Array> {
  const { login, role } = context.agent;
  const state = healthStateOf(database, databaseKey);
  if (!mayReadHealth(role)) return dropHealthKey(needs.vault, database, login, databaseKey);
  if (healthKeyOf(databaseKey)) {
    if (state === 'other') throw new GuichetError('database-damaged', { detail: { file: 'station.json' } });
    unlessFull(() => {
      if (state === 'none') sealBase(database, databaseKey, needs.clock.nowMs());
      noteHealthKeyOf(database, login, databaseKey);
    });
    return databaseKey;
  }
  // Sealed, and not for her: her role was changed in the base by who could not give her the key.
  if (state !== 'none') return databaseKey;
  const full = withNewHealthKey(databaseKey);
  await needs.vault.reseal(sealedForEntitled(database, full));
  unlessFull(() => {
    for (const [other] of entitledClerks(database)) noteHealthKeyOf(database, other, full);
  });
  return full;
}

async function dropHealthKey(
  vault: Vault,
  database: WritableDatabase,
  login: string,
  key: Uint8Array,
): Promise<Uint8Array> {
  if (!healthKeyOf(key)) return key;
  const databaseKey = withoutHealth(key);
  const publicKey = publicKeysOf(database).get(login);
  if (publicKey)
    await vault.reseal({ clerks: new Map([[login, { publicKey, databaseKey }]]), recovery: undefined });
  return databaseKey;
}

/** A full disk must not keep a clerk out; what is clear and what is sealed are read alike, and the next unlocking tries again. */
function unlessFull(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof GuichetError) || error.code !== 'disk-full') throw error;
  }
}
