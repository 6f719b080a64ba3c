import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import type { Agent, Station } from '#shared/contract/station.ts';
import type { Emit, StationContext } from '#main/context.ts';
import { openDatabase, type OpenDatabase } from '#main/database/open-database.ts';
import { createJobRunner } from '#main/jobs/job-runner.ts';
import type { Clock } from '#main/ports/clock.ts';
import type { Ports } from '#main/ports/ports.ts';
import { createFileStore } from '#main/vault/file-store.ts';
import { createVault } from '#main/vault/vault.ts';
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
  const vault = createVault(folder, ports.secretStore);
  let session: OpenSession | undefined;

  const lock = async () => {
    const closing = session;
    session = undefined;
    await closing?.close();
    if (closing) emit('session.changed', {});
  };

  return {
    status() {
      const header = vault.describe();
      return {
        state: session ? 'open' : header ? 'locked' : 'absent',
        training: header?.training ?? false,
        logins: header?.logins ?? [],
        station: session ? getStation(session.database) : null,
        agent: session ? session.context.agent : null,
      };
    },
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
    context: () => session?.context ?? refuse(vault.describe() ? 'locked' : 'station-absent'),
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
  const database = openDatabase(databasePath(folder), key);
  try {
    prepare?.(database);
    const agent = getAgent(database, login);
    const files = createFileStore(join(folder, 'files'), database, () => clock.nowMs());
    const jobs = createJobRunner((job) => emit('jobs.progressed', job));
    const endings: (() => Promise<void>)[] = [];
    const atClose = (work: () => Promise<void>) => void endings.push(work);
    const close = async () => {
      await jobs.stop();
      await Promise.all(endings.map((work) => work()));
      database.close();
    };
    const context = { database, files, agent, clock, ports, jobs, emit, atClose };
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
