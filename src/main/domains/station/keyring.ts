import { randomBytes } from 'node:crypto';
import type { Agent, Role } from '#shared/contract/station.ts';
import type { Clerk } from '#shared/contract/clerks.ts';
import { GuichetError } from '#shared/errors.ts';
import { mayReadHealth } from '#shared/rights.ts';
import { healthKeyOf, KEY_BYTES, withNewHealthKey } from '#main/database/health-seal.ts';
import { healthStateOf } from '#main/database/seal-base.ts';
import { rekeyBase } from '#main/safekeeping/index.ts';
import type { AttemptLedger } from '#main/vault/attempt-ledger.ts';
import { spokenKey } from '#main/vault/spoken-key.ts';
import type { Vault } from '#main/vault/vault.ts';
import { findActiveAgent, listClerks, publicKeysOf, setPublicKey } from './clerk-store.ts';
import { keyForRole, noteHealthKeyOf, requireHealthKey, sealedForAll } from './health-keys.ts';
import { setRecoveryPublicKey } from './key-settings.ts';
import { momentOf, openSession, type KeeperOptions, type OpenSession } from './open-session.ts';

/** About 79 random bits: enough until its first use, and short enough to be copied by hand. */
const TEMPORARY_GROUPS = 4;

/** The keys of the station that is open: who else opens it, and with what. */
export interface Keyring {
  /** Somebody is at the keyboard. */
  touch(): void;
  /** What opens the station for a clerk. */
  keyOf(login: string): Clerk['key'];
  /** Before a clerk of this role is given a key: one that must hold the health key comes from who has it. Throws `health-reserved`. */
  requireKeyFor(role: Role): void;
  /** A slot under a passphrase made here, which she must change. Forgets her wrong attempts. */
  giveTemporary(login: string): Promise<string>;
  /** Her slot gets the health key, or loses it, as her role of now says. */
  followRole(login: string): Promise<void>;
  drop(login: string): void;
  /** Of the clerk who has the station open. Throws `wrong-passphrase`, `too-many-attempts`. */
  changePassphrase(before: string, after: string): Promise<void>;
  /** A clerk proves who she is while another has the station open. Throws `wrong-passphrase`, `too-many-attempts`. */
  prove(login: string, passphrase: string): Promise<Agent>;
  recoveryMadeAtMs(): number | null;
  makeRecoveryKey(): string;
  /** Logins of active clerks that are left without a key. Throws `station-in-use`, `disk-full`. */
  rekey(): Promise<string[]>;
}

interface KeyringNeeds {
  vault: Vault;
  attempts: AttemptLedger;
  options: KeeperOptions;
  /** Throws `locked`. */
  current(): OpenSession;
  close(): Promise<void>;
  begin(session: OpenSession): OpenSession;
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

export function createKeyring(needs: KeyringNeeds): Keyring {
  const { vault, attempts, options, current, inTurn } = needs;
  const { clock } = options;
  return {
    touch: () => void Object.assign(current(), { lastTouch: momentOf(clock) }),
    keyOf(login) {
      const slot = vault.describe()?.slots.find((one) => one.login === login);
      return slot ? (slot.isTemporary ? 'temporary' : 'own') : 'none';
    },
    requireKeyFor: (role) => requireKeyFor(current(), role),
    giveTemporary: (login) => inTurn(() => giveTemporary(needs, login)),
    followRole: (login) => inTurn(() => followRole(needs, login)),
    drop: (login) => vault.dropSlot(login),
    changePassphrase: (before, after) =>
      inTurn(async () => {
        const session = current();
        const { login } = session.context.agent;
        await attempts.guard(await vault.markOf(login), () => vault.changePassphrase(login, before, after));
        session.mustChangePassphrase = false;
      }),
    prove: (login, passphrase) =>
      inTurn(async () => {
        const { database } = current();
        const opened = await attempts.guard(await vault.markOf(login), () => vault.unlock(login, passphrase));
        opened.databaseKey.fill(0);
        const agent = findActiveAgent(database, login);
        if (!agent) throw new GuichetError('wrong-passphrase');
        if (opened.isTemporary) throw new GuichetError('passphrase-temporary');
        return agent;
      }),
    recoveryMadeAtMs: () => vault.describe()?.recoveryMadeAtMs ?? null,
    makeRecoveryKey() {
      const { database, databaseKey } = current();
      requireHealthKey(databaseKey);
      const { recoveryKey, publicKey } = vault.giveRecoveryKey(databaseKey, clock.nowMs());
      setRecoveryPublicKey(database, publicKey);
      return recoveryKey;
    },
    rekey: () => inTurn(() => rekey(needs)),
  };
}

/** While nothing is sealed nobody has it, and everybody works without. */
function requireKeyFor({ database, databaseKey }: OpenSession, role: Role): void {
  if (mayReadHealth(role) && healthStateOf(database, databaseKey) !== 'none') requireHealthKey(databaseKey);
}

async function giveTemporary({ vault, attempts, current }: KeyringNeeds, login: string): Promise<string> {
  const { database, databaseKey } = current();
  const passphrase = spokenKey(TEMPORARY_GROUPS);
  const order = { login, passphrase, databaseKey: keyForRole(database, login, databaseKey) };
  const publicKey = await vault.giveSlot({ ...order, isTemporary: true });
  setPublicKey(database, login, publicKey);
  noteHealthKeyOf(database, login, databaseKey);
  attempts.forget(await vault.markOf(login));
  return passphrase;
}

/** Only somebody who has the health key can give it; taking it asks for nothing. */
async function followRole({ vault, current }: KeyringNeeds, login: string): Promise<void> {
  const { database, databaseKey } = current();
  const publicKey = publicKeysOf(database).get(login);
  if (!publicKey) return;
  const its = { publicKey, databaseKey: keyForRole(database, login, databaseKey) };
  await vault.reseal({ clerks: new Map([[login, its]]), recovery: undefined });
  noteHealthKeyOf(database, login, databaseKey);
}

/** The session is closed for it and opened again for the same clerk, under the former key where it fails. */
async function rekey({ vault, options, current, close, begin }: KeyringNeeds): Promise<string[]> {
  const { database, databaseKey, context } = current();
  const { login } = context.agent;
  const keys = { from: new Uint8Array(databaseKey), to: withNewHealthKey(randomBytes(KEY_BYTES)) };
  requireHealthKey(keys.from);
  // A full disk may have kept it out when she came: she must not lose by this what she has.
  noteHealthKeyOf(database, login, keys.from);
  const sealed = sealedForAll(database, keys);
  const header = await vault.headerFor(sealed);
  const given = [...sealed.clerks].flatMap(([one, { databaseKey: its }]) => (healthKeyOf(its) ? [one] : []));
  await close();
  try {
    rekeyBase({ folder: options.folder, keys, header, nowMs: options.clock.nowMs() });
  } catch (error) {
    keys.to.fill(0);
    begin(openSession(options, { key: keys.from, login }));
    throw error;
  }
  keys.from.fill(0);
  const opened = begin(openSession(options, { key: keys.to, login }));
  for (const login of given) noteHealthKeyOf(opened.database, login, opened.databaseKey);
  const open = new Set(header.slots.map((slot) => slot.login));
  return listClerks(opened.database)
    .filter((clerk) => clerk.active && !open.has(clerk.login))
    .map((clerk) => clerk.login);
}
