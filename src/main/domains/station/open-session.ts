import { join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import type { Agent } from '#shared/contract/station.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import { createApprovals } from '#main/approvals.ts';
import type { Emit, StationContext } from '#main/context.ts';
import { copyLogAside, type LogCopier } from '#main/database/log-copier.ts';
import { openDatabase, type OpenDatabase } from '#main/database/open-database.ts';
import { forgetKeysSoon } from '#main/forget-keys.ts';
import { createJobRunner } from '#main/jobs/job-runner.ts';
import type { Clock } from '#main/ports/clock.ts';
import type { Ports } from '#main/ports/ports.ts';
import { createPrintFollower } from '#main/printing/index.ts';
import {
  createSafekeeper,
  isBaseDamage,
  openBase,
  requireLocalFolder,
  suspectBase,
} from '#main/safekeeping/index.ts';
import { createFileStore } from '#main/vault/file-store.ts';
import { findActiveAgent } from './clerk-store.ts';

export interface KeeperOptions {
  folder: string;
  ports: Ports;
  clock: Clock;
  emit: Emit;
  /** Told of each base as it is opened, before any command. */
  onOpen?: (context: StationContext) => void;
  /** Told of what a job met that nobody foresaw, by the job's kind. */
  onUnexpected?: ((error: unknown, kind: string) => void) | undefined;
  /** False where nobody sits in front: a command line ends by itself. */
  locksWhenIdle?: boolean;
}

/** The base, open for one clerk. */
export interface OpenSession {
  database: OpenDatabase;
  /** Overwritten when the session closes. */
  databaseKey: Uint8Array;
  context: StationContext;
  /** Nothing before she has chosen a passphrase of her own. */
  mustChangePassphrase: boolean;
  /** Locked while work goes on: refuses everything, and is closed when the work has ended. */
  isSealed: boolean;
  lastTouch: Moment;
  close(): Promise<void>;
}

/** By both clocks: the one counts no night of a sleeping computer, the other can be set. */
export interface Moment {
  atMs: number;
  monotonicMs: number;
}

export function momentOf(clock: Clock): Moment {
  return { atMs: clock.nowMs(), monotonicMs: clock.monotonicMs() };
}

interface SessionOrder {
  key: Uint8Array;
  login: string;
  mustChangePassphrase?: boolean;
  /** Fills a new base. */
  prepare?: (database: OpenDatabase) => void;
}

/** Opens the base for one clerk. Closes it again, and overwrites the key, when anything fails. Throws `clerk-disabled`. */
export function openSession(options: KeeperOptions, order: SessionOrder): OpenSession {
  const { folder, clock } = options;
  const { key, login, prepare, mustChangePassphrase = false } = order;
  requireLocalFolder(folder);
  // A new base is made; one that should be there is looked at, whatever happened to it.
  const file = join(folder, 'guichet.db');
  const database = prepare ? openDatabase(file, key) : openBase({ folder, key, clock });
  const logCopier = copyLogAside(database, file, key);
  try {
    prepare?.(database);
    const agent = findActiveAgent(database, login);
    if (!agent) throw new GuichetError('clerk-disabled');
    const { context, close } = contextFor(options, { database, key, agent, logCopier });
    options.onOpen?.(context);
    return {
      database,
      databaseKey: key,
      context,
      mustChangePassphrase,
      isSealed: false,
      lastTouch: momentOf(clock),
      close: async () => {
        await close();
        key.fill(0);
        forgetKeysSoon();
      },
    };
  } catch (error) {
    void logCopier.close();
    database.close();
    key.fill(0);
    throw error;
  }
}

function contextFor(
  { folder, ports, clock, emit, onUnexpected }: KeeperOptions,
  base: { database: OpenDatabase; key: Uint8Array; agent: Agent; logCopier: LogCopier },
): { context: StationContext; close: () => Promise<void> } {
  const { database, key, agent, logCopier } = base;
  const files = createFileStore(join(folder, 'files'), database, () => clock.nowMs());
  const jobs = createJobRunner((job) => {
    if (job.error && isBaseDamage(fromWireError(job.error))) suspectBase(folder);
    emit('jobs.progressed', job);
  }, onUnexpected);
  const endings: (() => Promise<void>)[] = [];
  const atClose = (work: () => Promise<void>) => void endings.push(work);
  const safekeeper = createSafekeeper({ folder, key, database, clock, emit });
  const prints = createPrintFollower({
    ...{ database, printer: ports.printer, emit },
    onTrouble(error) {
      if (isBaseDamage(error)) suspectBase(folder);
      if (!(error instanceof GuichetError)) onUnexpected?.(error, 'prints');
    },
  });
  const close = async () => {
    await jobs.stop();
    await prints.close();
    await Promise.all(endings.map((work) => work()));
    await safekeeper.close();
    await logCopier.close();
    database.close();
  };
  return {
    context: {
      database,
      files,
      agent,
      clock,
      ports,
      jobs,
      emit,
      atClose,
      safekeeper,
      approvals: createApprovals(clock),
      prints,
    },
    close,
  };
}
