import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import type { CommandOutput, ParsedInput } from '#shared/contract/index.ts';
import type { Agent, Station } from '#shared/contract/station.ts';
import type { Emit, StationContext } from '#main/context.ts';
import { openDatabase, type OpenDatabase } from '#main/database/open-database.ts';
import { createJobRunner } from '#main/jobs/job-runner.ts';
import type { Clock } from '#main/ports/clock.ts';
import type { Ports } from '#main/ports/ports.ts';
import {
  createSafekeeper,
  finishReplacement,
  isBaseDamage,
  openBase,
  restoreBackup,
  suspectBase,
} from '#main/safekeeping/index.ts';
import { createFileStore } from '#main/vault/file-store.ts';
import { createVault, type Vault } from '#main/vault/vault.ts';
import { getAgent, getStation, insertStation, type NewStation } from './station-store.ts';

/** Holds the data folder: absent, locked, or open for one clerk. The only place that opens or closes the base. */
export interface SessionKeeper {
  status(): {
    state: 'absent' | 'locked' | 'open';
    training: boolean;
    logins: string[];
    station: Station | null;
    agent: Agent | null;
  };
  setup(station: NewStation, passphrase: string): Promise<Station>;
  unlock(login: string, passphrase: string): Promise<Agent>;
  lock(): Promise<void>;
  /** Makes the folder what a backup holds; what was open is closed first. */
  restore(order: ParsedInput<'safekeeping.restore'>): Promise<CommandOutput<'safekeeping.restore'>>;
  /** A command met damage: the base is read whole before it is opened again. */
  suspectDamage(): void;
  /** What commands work with. Throws `locked` or `station-absent`. */
  context(): StationContext;
}

interface KeeperOptions {
  folder: string;
  ports: Ports;
  clock: Clock;
  emit: Emit;
  /** Told of each base as it is opened, before any command. */
  onOpen?: (context: StationContext) => void;
}

export function createSessionKeeper(options: KeeperOptions): SessionKeeper {
  const { folder, ports, clock, emit } = options;
  finishReplacement(folder);
  const vault = createVault(folder, ports.secretStore);
  let session: OpenSession | undefined;

  const lock = async () => {
    const closing = session;
    session = undefined;
    await closing?.close();
    if (closing) emit('session.changed', {});
  };

  return {
    status: () => statusOf(vault, session),
    async setup(station, passphrase) {
      const { login } = station.agent;
      refusePlayedClock(clock, station.training);
      const key = await vault.prepare({ login, passphrase, training: station.training });
      removeHalfMadeBase(folder);
      session = openSession(options, key.databaseKey, login, (database) =>
        insertStation(database, station, clock.nowMs()),
      );
      key.commit();
      emit('session.changed', {});
      return getStation(session.database);
    },
    async unlock(login, passphrase) {
      const header = vault.describe();
      if (!header) throw new GuichetError('station-absent');
      refusePlayedClock(clock, header.training);
      const key = await vault.unlock(login, passphrase);
      await lock();
      session = openSession(options, key, login);
      emit('session.changed', {});
      return session.context.agent;
    },
    lock,
    async restore(order) {
      await lock();
      const place = { folder, secretStore: ports.secretStore, nowMs: clock.nowMs() };
      const restored = await restoreBackup({ ...order, ...place });
      emit('session.changed', {});
      return restored;
    },
    suspectDamage: () => suspectBase(folder),
    context: () => session?.context ?? refuse(vault.describe() ? 'locked' : 'station-absent'),
  };
}

function statusOf(vault: Vault, session: OpenSession | undefined): ReturnType<SessionKeeper['status']> {
  const header = vault.describe();
  return {
    state: session ? 'open' : header ? 'locked' : 'absent',
    training: header?.training ?? false,
    logins: header?.logins ?? [],
    station: session ? getStation(session.database) : null,
    agent: session ? session.context.agent : null,
  };
}

function refuse(code: 'locked' | 'station-absent'): never {
  throw new GuichetError(code);
}

interface OpenSession {
  database: OpenDatabase;
  context: StationContext;
  close(): Promise<void>;
}

/** Opens the base for one clerk; `prepare` fills a new one. Closes it again when anything fails. */
function openSession(
  { folder, ports, clock, emit, onOpen }: KeeperOptions,
  key: Uint8Array,
  login: string,
  prepare?: (database: OpenDatabase) => void,
): OpenSession {
  // A new base is made; one that should be there is looked at, whatever happened to it.
  const database = prepare ? openDatabase(databasePath(folder), key) : openBase({ folder, key, clock });
  try {
    prepare?.(database);
    const agent = getAgent(database, login);
    const files = createFileStore(join(folder, 'files'), database, () => clock.nowMs());
    const jobs = createJobRunner((job) => {
      if (job.error && isBaseDamage(fromWireError(job.error))) suspectBase(folder);
      emit('jobs.progressed', job);
    });
    const endings: (() => Promise<void>)[] = [];
    const atClose = (work: () => Promise<void>) => void endings.push(work);
    const safekeeper = createSafekeeper({ folder, key, database, clock, emit });
    const close = async () => {
      await jobs.stop();
      await Promise.all(endings.map((work) => work()));
      await safekeeper.close();
      database.close();
    };
    const context = { database, files, agent, clock, ports, jobs, emit, atClose, safekeeper };
    onOpen?.(context);
    return { database, context, close };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A set-up that stopped half-way left a base nobody holds the key of; the header, written last, makes a station. */
function removeHalfMadeBase(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const suffix of ['', '-wal', '-shm']) rmSync(databasePath(folder) + suffix, { force: true });
}

function refusePlayedClock(clock: Clock, training: boolean): void {
  if (clock.isPlayed && !training) throw new GuichetError('clock-not-allowed');
}

function databasePath(folder: string): string {
  return join(folder, 'guichet.db');
}
