import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import type { CommandName, CommandOutput, ParsedInput } from '#shared/contract/index.ts';
import type { Agent, Station } from '#shared/contract/station.ts';
import type { StationContext } from '#main/context.ts';
import { noteHealthKey } from '#main/database/seal-base.ts';
import { oneAtATime } from '#main/one-at-a-time.ts';
import type { Clock } from '#main/ports/clock.ts';
import { finishReplacement, restoreBackup, suspectBase } from '#main/safekeeping/index.ts';
import { createAttemptLedger, type AttemptLedger } from '#main/vault/attempt-ledger.ts';
import type { OpenedSlot } from '#main/vault/clerk-slot.ts';
import { wipe } from '#main/vault/sealed-box.ts';
import { createVault, type Vault } from '#main/vault/vault.ts';
import { findActiveAgent, setPublicKey } from './clerk-store.ts';
import { noteHealthKeyOf } from './health-keys.ts';
import { idleTimeLeftMs, watchIdleTime } from './idle-watch.ts';
import { expiredDaysOf, noteUnlock } from './key-settings.ts';
import { createKeyring, type Keyring } from './keyring.ts';
import { momentOf, openSession, type KeeperOptions, type OpenSession } from './open-session.ts';
import { recoverStation, type RecoveryOrder } from './recover-station.ts';
import { settleHealthKey } from './settle-health-key.ts';
import { statusOf } from './session-status.ts';
import { getStation, insertStation, type NewStation } from './station-store.ts';

/** Holds the data folder: absent, locked, or open for one clerk. The only place that opens or closes the base. */
export interface SessionKeeper {
  status(): ReturnType<typeof statusOf>;
  setup(station: NewStation, passphrase: string): Promise<Station>;
  /** Of another clerk while one has the station open: hers is closed first. Throws `wrong-passphrase`, `too-many-attempts`. */
  unlock(login: string, passphrase: string): Promise<Agent>;
  /** Refuses everything at once; what runs goes on to its end, then the base is closed and its key overwritten. */
  lock(): Promise<void>;
  /** Stops what runs, and closes the base. */
  close(): Promise<void>;
  /** Makes the folder what a backup holds; what was open is closed first. */
  restore(order: ParsedInput<'safekeeping.restore'>): Promise<CommandOutput<'safekeeping.restore'>>;
  /** Opens the station with the recovery key, and gives a head of bureau a new passphrase. */
  recover(order: RecoveryOrder): Promise<Agent>;
  /** A command met damage: the base is read whole before it is opened again. */
  suspectDamage(): void;
  /** What a command works with. Throws `locked`, `station-absent`, `passphrase-temporary`. */
  contextFor(command: CommandName): StationContext;
  /** The keys of the open station. */
  keyring: Keyring;
}

/** What a clerk may do before she has a passphrase of her own. */
const BEFORE_OWN_PASSPHRASE: readonly CommandName[] = ['station.changePassphrase', 'session.touch'];

export function createSessionKeeper(options: KeeperOptions): SessionKeeper {
  finishReplacement(options.folder);
  return new Keeper(options);
}

class Keeper implements SessionKeeper {
  readonly keyring: Keyring;
  readonly #options: KeeperOptions;
  readonly #vault: Vault;
  readonly #attempts: AttemptLedger;
  /** What opens or closes the base never overlaps. */
  readonly #inTurn = oneAtATime();
  #session: OpenSession | undefined;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#vault = createVault(options.folder, options.ports.secretStore);
    this.#attempts = createAttemptLedger(options.folder, options.clock);
    this.keyring = createKeyring({
      vault: this.#vault,
      attempts: this.#attempts,
      options,
      current: () => this.#current(),
      close: () => this.#close(),
      begin: (session) => this.#begin(session),
      inTurn: this.#inTurn,
    });
  }

  status() {
    this.#lockWhenIdle();
    return statusOf(this.#vault, this.#session, this.#options.clock);
  }

  setup(station: NewStation, passphrase: string) {
    return this.#inTurn(async () => {
      const { folder, clock } = this.#options;
      const { login } = station.agent;
      refusePlayedClock(clock, station.training);
      const key = await this.#vault.prepare({ login, passphrase, training: station.training });
      removeHalfMadeBase(folder);
      const opened = openSession(this.#options, {
        key: key.databaseKey,
        login,
        prepare: (database) => {
          insertStation(database, station, clock.nowMs());
          setPublicKey(database, login, key.publicKey);
          noteHealthKey(database, key.databaseKey, clock.nowMs());
          noteHealthKeyOf(database, login, key.databaseKey);
          noteUnlock(database, login, clock.nowMs());
        },
      });
      key.commit();
      return getStation(this.#begin(opened).database);
    });
  }

  unlock(login: string, passphrase: string) {
    return this.#inTurn(async () => {
      const header = this.#vault.describe();
      if (!header) throw new GuichetError('station-absent');
      refusePlayedClock(this.#options.clock, header.training);
      const mark = await this.#vault.markOf(login);
      const opened = await this.#attempts.guard(mark, () => this.#vault.unlock(login, passphrase));
      const session = this.#resumed(login) ?? (await this.#openedAnew(login, opened));
      if (session.databaseKey !== opened.databaseKey) wipe(opened.databaseKey);
      return this.#begin(session).context.agent;
    });
  }

  async lock() {
    const locked = this.#session;
    if (!locked || locked.isSealed) return;
    locked.isSealed = true;
    this.#options.emit('session.changed', {});
    const isWorking = locked.context.jobs.list().some(({ state }) => state === 'running');
    const closedWhenDone = locked.context.jobs.settle().then(() =>
      this.#inTurn(async () => {
        if (this.#session === locked && locked.isSealed) await this.#close();
      }),
    );
    if (!isWorking) await closedWhenDone;
  }

  close() {
    return this.#inTurn(() => this.#close());
  }

  restore(order: ParsedInput<'safekeeping.restore'>) {
    return this.#inTurn(async () => {
      await this.#close();
      const { folder, ports, clock, emit } = this.#options;
      const place = { folder, secretStore: ports.secretStore, nowMs: clock.nowMs() };
      const restored = await restoreBackup({ ...order, ...place });
      emit('session.changed', {});
      return restored;
    });
  }

  recover(order: RecoveryOrder) {
    return this.#inTurn(async () => {
      const key = this.#vault.openWithRecoveryKey(order.recoveryKey);
      await this.#close();
      await recoverStation({ vault: this.#vault, options: this.#options, key }, order);
      this.#attempts.forget(await this.#vault.markOf(order.login));
      const opened = await this.#vault.unlock(order.login, order.passphrase);
      return this.#begin(await this.#openedAnew(order.login, opened)).context.agent;
    });
  }

  suspectDamage() {
    suspectBase(this.#options.folder);
  }

  contextFor(command: CommandName) {
    const { context, database, mustChangePassphrase } = this.#current();
    if (mustChangePassphrase && !BEFORE_OWN_PASSPHRASE.includes(command))
      throw new GuichetError('passphrase-temporary');
    // Another window or the command line may have changed her role, or shut her out.
    const agent = findActiveAgent(database, context.agent.login);
    if (!agent) {
      void this.lock();
      throw new GuichetError('clerk-disabled');
    }
    if (agent.role !== context.agent.role) context.agent = agent;
    return context;
  }

  #current(): OpenSession {
    this.#lockWhenIdle();
    if (this.#session && !this.#session.isSealed) return this.#session;
    throw new GuichetError(this.#vault.describe() ? 'locked' : 'station-absent');
  }

  #begin(opened: OpenSession): OpenSession {
    this.#session = opened;
    watchIdleTime(() => (this.#session === opened ? this.#lockWhenIdle() : undefined));
    this.#options.emit('session.changed', {});
    return opened;
  }

  async #close(): Promise<void> {
    const closing = this.#session;
    this.#session = undefined;
    await closing?.close();
    if (closing && !closing.isSealed) this.#options.emit('session.changed', {});
  }

  /** What is left of the idle time; undefined when nobody needs to look any more. */
  #lockWhenIdle(): number | undefined {
    const session = this.#session;
    if (!session || session.isSealed || this.#options.locksWhenIdle === false) return undefined;
    const leftMs = idleTimeLeftMs(session, this.#options.clock);
    if (leftMs > 0) return leftMs;
    void this.lock();
    return undefined;
  }

  /** Her own work still runs behind the lock: she finds it again. */
  #resumed(login: string): OpenSession | undefined {
    const session = this.#session;
    if (!session?.isSealed || session.context.agent.login !== login) return undefined;
    return Object.assign(session, { isSealed: false, lastTouch: momentOf(this.#options.clock) });
  }

  async #openedAnew(login: string, opened: OpenedSlot): Promise<OpenSession> {
    await this.#close();
    const order = { login, mustChangePassphrase: opened.isTemporary };
    let session = openSession(this.#options, { ...order, key: opened.databaseKey });
    try {
      refuseExpired(session, this.#options.clock);
      noteOpening(session, opened.publicKey, this.#options.clock);
      const needs = { vault: this.#vault, clock: this.#options.clock };
      let box: string | undefined = opened.box;
      for (;;) {
        const { database, databaseKey, context } = session;
        const held = await settleHealthKey(needs, { database, databaseKey, box, agent: context.agent });
        if (held.databaseKey === databaseKey) return session;
        await session.close();
        session = openSession(this.#options, { ...order, key: held.databaseKey });
        box = held.box;
      }
    } catch (error) {
      await session.close();
      throw error;
    }
  }
}

/** Met no centre for too long: only who may lift it opens the station. Throws `slots-expired`. */
function refuseExpired(session: OpenSession, clock: Clock): void {
  const days = expiredDaysOf(session.database, clock.nowMs());
  if (days === null || session.context.agent.role === 'bureauHead') return;
  throw new GuichetError('slots-expired', { detail: { days: String(days) } });
}

function noteOpening({ database, context }: OpenSession, publicKey: Uint8Array, clock: Clock): void {
  try {
    setPublicKey(database, context.agent.login, publicKey);
    noteUnlock(database, context.agent.login, clock.nowMs());
  } catch (error) {
    // A full disk must not keep a clerk from what is there; anything else is a failure of the base.
    if (!(error instanceof GuichetError) || error.code !== 'disk-full') throw error;
  }
}

/** A set-up that stopped half-way left a base nobody holds the key of; the header, written last, makes a station. */
function removeHalfMadeBase(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, 'guichet.db') + suffix, { force: true });
}

function refusePlayedClock(clock: Clock, training: boolean): void {
  if (clock.isPlayed && !training) throw new GuichetError('clock-not-allowed');
}
