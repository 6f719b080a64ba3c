import type { Agent } from '#shared/contract/station.ts';
import { mayReadHealth } from '#shared/rights.ts';
import { GuichetError } from '#shared/errors.ts';
import { healthKeyOf, withNewHealthKey, withoutHealth } from '#main/database/health-seal.ts';
import {
  claimForHealth,
  healthStateOf,
  holdsSealed,
  isBaseSealed,
  sealBase,
} from '#main/database/seal-base.ts';
import type { WritableDatabase } from '#main/database/types.ts';
import type { Clock } from '#main/ports/clock.ts';
import type { Vault } from '#main/vault/vault.ts';
import { publicKeysOf } from './clerk-store.ts';
import { noteHealthKeyOf, sealedForEntitled } from './health-keys.ts';

interface Needs {
  vault: Vault;
  clock: Clock;
}

/** What she opened the base with, and the box of her slot that it came from. */
interface Held {
  databaseKey: Uint8Array;
  box: string | undefined;
}

interface Opening extends Held {
  database: WritableDatabase;
  agent: Agent;
}

/**
 * The station key as the clerk who just opened the base may hold it: the one she has; without the health key where her role is not entitled
 * to it any more; with a first one, sealed to every entitled clerk, where an earlier version of the program made the base. Who is given
 * another than she has opens the base again with it. Throws `database-damaged` where her slot is of another base, `locked` where another
 * program changed her slot meanwhile: she opens the new one.
 */
export async function settleHealthKey(needs: Needs, opening: Opening): Promise<Held> {
  const { database, databaseKey, box, agent } = opening;
  const { login, role } = agent;
  if (!mayReadHealth(role))
    return { box, databaseKey: await dropHealthKey(needs.vault, database, login, databaseKey) };
  const state = healthStateOf(database, databaseKey);
  if (healthKeyOf(databaseKey)) {
    if (state === 'other') throw new GuichetError('database-damaged', { detail: { file: 'station.json' } });
    const begin = () => requireSameSlot(needs.vault, login, box);
    unlessFull(() => {
      if (!isBaseSealed(database)) sealBase(database, databaseKey, { nowMs: needs.clock.nowMs(), begin });
      noteHealthKeyOf(database, login, databaseKey);
    });
    return { databaseKey, box };
  }
  // Sealed, and not for her: her role was changed in the base by who could not give her the key.
  if (state !== 'none') return { databaseKey, box };
  return makeFirstKey(needs.vault, opening);
}

/**
 * Under the write lock of the base: of two programs that open it together, the second finds what the first decided, and no key that sealed
 * something is ever replaced by another.
 */
async function makeFirstKey(vault: Vault, { database, databaseKey, box, agent }: Opening): Promise<Held> {
  const { login } = agent;
  const held: Held = { databaseKey, box };
  const reseal = await vault.resealer();
  unlessFull(() =>
    database.transaction(() => {
      requireSameSlot(vault, login, box);
      if (healthStateOf(database, databaseKey) !== 'none') throw new GuichetError('locked');
      const full = withNewHealthKey(databaseKey);
      const order = sealedForEntitled(database, full);
      // Somebody has the key that sealed it; or a full disk kept her public key out of the base, and the next unlocking tries again.
      if (holdsSealed(database) || !order.clerks.has(login)) return;
      reseal(order);
      held.databaseKey = full;
      held.box = vault.boxOf(login);
      claimForHealth(database, full);
      for (const other of order.clerks.keys()) noteHealthKeyOf(database, other, full);
    }),
  );
  return held;
}

/** Another program may have put another key into it since she opened it. Throws `locked`. */
function requireSameSlot(vault: Vault, login: string, box: string | undefined): void {
  if (vault.boxOf(login) !== box) throw new GuichetError('locked');
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
