import { z } from 'zod';
import { defineCommand } from './define.ts';

const count = z.number().int();

/** What was found wrong in a base; `where` is a page, a table or a place of the chain, never anything personal. */
export const baseFaultSchema = z.strictObject({
  what: z.enum(['unreadablePages', 'brokenReferences', 'brokenChain']),
  where: z.string(),
});
export type BaseFault = z.infer<typeof baseFaultSchema>;

export const baseCountsSchema = z.strictObject({
  registrations: count,
  versions: count,
  candidates: count,
  operations: count,
  files: count,
});
export type BaseCounts = z.infer<typeof baseCountsSchema>;

/** A copy of the base beside it, read back whole before it counts. */
export const snapshotSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(['scheduled', 'asked', 'beforeMigration']),
  madeAtMs: z.number(),
  bytes: count,
  sha256: z.string(),
  counts: baseCountsSchema,
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** What the folder of files and the base say of each other. */
export const sweepSchema = z.strictObject({
  /** Files that no row names, and unfinished ones: moved to `files/orphans`. */
  orphans: count,
  /** Orphans whose time was over: destroyed. Without their key nobody could have read them. */
  destroyed: count,
  /** Rows whose file is not there. */
  missing: z.array(z.string()),
});
export type Sweep = z.infer<typeof sweepSchema>;

export const verificationSchema = z.strictObject({
  faults: z.array(baseFaultSchema),
  counts: baseCountsSchema,
  /** Files that were opened, and those that are gone, changed or unreadable. */
  filesRead: count,
  badFiles: z.array(z.string()),
  /** Files that no row names. */
  orphans: count,
  snapshots: count,
  badSnapshots: z.array(z.string()),
});
export type Verification = z.infer<typeof verificationSchema>;

export const backupResultSchema = z.strictObject({
  file: z.string(),
  bytes: count,
  files: count,
  counts: baseCountsSchema,
  /** Files of the base that were not there to be copied. */
  missing: z.array(z.string()),
});
export type BackupResult = z.infer<typeof backupResultSchema>;

/** What came back after damage, and what did not. */
export const recoverySchema = z.strictObject({
  /** Where the damaged base lies, below the data folder. */
  keptIn: z.string(),
  /** The snapshot that was needed; null when the damaged base could be read whole, or when there is none. */
  snapshotMadeAtMs: z.number().nullable(),
  rowsRead: count,
  rowsFromSnapshot: count,
  /** Tables of which something could not be read. */
  brokenTables: z.array(z.string()),
  /** Numbers of registrations written anew from their signed ops. */
  rebuilt: z.array(z.string()),
  /** Numbers that were given and whose registration is gone. */
  missing: z.array(z.string()),
  /** Numbers of registrations that are as the snapshot had them: later changes may be missing. */
  toCheck: z.array(z.string()),
  /** Signed ops whose content is gone. */
  lostOps: count,
  /** Documents whose key is gone. */
  lostFiles: count,
  /** Whether all that was done since the snapshot is unknown. */
  sinceSnapshotUnknown: z.boolean(),
  /** `renewed`: the station must be enrolled again, with a new code. */
  identity: z.enum(['kept', 'renewed']),
});
export type Recovery = z.infer<typeof recoverySchema>;

export const safekeepingEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('swept'), atMs: z.number(), sweep: sweepSchema }),
  z.strictObject({ kind: z.literal('backedUp'), atMs: z.number(), backup: backupResultSchema }),
  z.strictObject({ kind: z.literal('verified'), atMs: z.number(), verification: verificationSchema }),
  z.strictObject({ kind: z.literal('recovered'), atMs: z.number(), recovery: recoverySchema }),
  z.strictObject({ kind: z.literal('snapshotFailed'), atMs: z.number(), code: z.string() }),
  z.strictObject({
    kind: z.literal('restored'),
    atMs: z.number(),
    madeAtMs: z.number(),
    identity: z.enum(['kept', 'renewed']),
  }),
]);
export type SafekeepingEvent = z.infer<typeof safekeepingEventSchema>;

const jobId = z.strictObject({ jobId: z.string() });
const path = z.string().min(1).max(1000);

export const safekeepingContract = {
  'safekeeping.status': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({
      everyHours: count,
      /** Newest first. */
      snapshots: z.array(snapshotSchema),
      /** Newest first, at most 50. */
      events: z.array(safekeepingEventSchema),
      lastBackupAtMs: z.number().nullable(),
      /** Registrations are still taken, papers are not: `disk-low`. */
      isDiskLow: z.boolean(),
    }),
  }),
  'safekeeping.configure': defineCommand({
    access: 'agent',
    input: z.strictObject({ everyHours: z.number().int().min(1).max(168) }),
    output: z.strictObject({}),
  }),
  /** A job whose result is a `Snapshot`. */
  'safekeeping.snapshot': defineCommand({ access: 'agent', input: z.strictObject({}), output: jobId }),
  /** A folder on this machine, chosen in its own dialog; null when the clerk gives up. */
  'safekeeping.chooseFolder': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ folder: z.string().nullable() }),
  }),
  /**
   * Everything in one file, read back before it is named; a job whose result is a `BackupResult`. `passphrase` opens it on any machine.
   * A folder that exists takes the usual name.
   */
  'safekeeping.backup': defineCommand({
    access: 'agent',
    input: z.strictObject({ to: path, passphrase: z.string().min(8).max(200) }),
    output: jobId,
  }),
  /** Reads everything again; a job whose result is a `Verification`. */
  'safekeeping.verify': defineCommand({ access: 'agent', input: z.strictObject({}), output: jobId }),
  /** Makes the data folder what a backup holds. Refused (`station-exists`) unless `replace`; what was there is kept aside. */
  'safekeeping.restore': defineCommand({
    access: 'public',
    input: z.strictObject({
      file: path,
      passphrase: z.string().max(200),
      /** Who opens the station on a machine where its own slots do not open. */
      login: z.string().max(40),
      replace: z.boolean().default(false),
    }),
    output: z.strictObject({
      madeAtMs: z.number(),
      counts: baseCountsSchema,
      files: count,
      /** What was there before, below the data folder; null in an empty one. */
      keptIn: z.string().nullable(),
      identity: z.enum(['kept', 'renewed']),
      /** Logins that open it here. */
      logins: z.array(z.string()),
    }),
  }),
};
