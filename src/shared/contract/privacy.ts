import { z } from 'zod';
import { bytes } from './bytes.ts';
import { defineCommand } from './define.ts';
import { isoDate, problem, text } from './text.ts';

const count = z.number().int();
const years = z
  .number({ error: problem('wrong-type') })
  .int({ error: problem('bad-format') })
  .min(0, { error: problem('out-of-range') })
  .max(99, { error: problem('out-of-range') });

/** How long files are kept, counted from the end of their session. */
export const retentionSettingsSchema = z.strictObject({
  /** In everyday use. */
  activeYears: years,
  /** Kept apart, for appeals and proof, before they are destroyed. */
  intermediateYears: years,
  /** Month and day, of the exam year, on which a session ends: `12-31`. */
  sessionEnd: z
    .string({ error: problem('wrong-type') })
    .regex(/^\d{2}-\d{2}$/, { error: problem('bad-format') })
    .refine((value) => isoDate.safeParse(`2001-${value}`).success, { error: problem('impossible-date') }),
});
export type RetentionSettings = z.infer<typeof retentionSettingsSchema>;

export const retentionChangeSchema = z.strictObject({
  ...retentionSettingsSchema.shape,
  agent: z.string(),
  atMs: z.number(),
});

/** Where a session stands. `due`: its time is over, and nothing but the visa keeps it. */
export const PHASES = ['active', 'intermediate', 'due'] as const;

export const retentionSessionSchema = z.strictObject({
  examYear: z.number().int(),
  phase: z.enum(PHASES),
  /** Last day of each phase. */
  activeUntil: z.string(),
  keptUntil: z.string(),
  files: count,
  /** Kept back for a litigation. */
  held: count,
  /** Not known to be received by the centre. */
  unsent: count,
  /** Received, and not confirmed in a second exchange for as long as a backup of the centre may be old. */
  unconfirmed: count,
  /** What a purge would destroy now: 0 unless due. */
  disposable: count,
});
export type RetentionSession = z.infer<typeof retentionSessionSchema>;

/** No one can be found again from it: it is kept for ever. */
export const purgeCountsSchema = z.strictObject({
  registrations: count,
  candidates: count,
  documents: count,
  /** Drafts and pages that never became part of a file. */
  abandoned: count.default(0),
  /** Registrations destroyed, by exam year. */
  sessions: z.record(z.string(), count),
});
export type PurgeCounts = z.infer<typeof purgeCountsSchema>;

export const purgeReportSchema = z.strictObject({
  id: z.string(),
  visaReference: z.string(),
  visaOn: z.string(),
  digest: z.string(),
  agent: z.string(),
  startedAtMs: z.number(),
  /** Null when it was interrupted; what it had counted is destroyed all the same. */
  endedAtMs: z.number().nullable(),
  counts: purgeCountsSchema,
});
export type PurgeReport = z.infer<typeof purgeReportSchema>;

export const heldFileSchema = z.strictObject({
  registrationNumber: z.string(),
  birthName: z.string(),
  givenNames: z.string(),
  examYear: z.number().int(),
  reason: z.string(),
});
export type HeldFile = z.infer<typeof heldFileSchema>;

const number = z.string().max(40);
const savedFile = z.strictObject({ fileName: z.string(), mediaType: z.string(), bytes });

export const privacyContract = {
  'retention.settings': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    /** Every change, newest first: who set what, and when. */
    output: z.strictObject({ settings: retentionSettingsSchema, changes: z.array(retentionChangeSchema) }),
  }),
  /** Supervisors only. Throws `nothing-changed`. */
  'retention.configure': defineCommand({
    access: 'agent',
    input: retentionSettingsSchema,
    output: z.strictObject({}),
  }),
  /** What is due, what is held and why. `digest` names exactly the files that a purge would destroy. Supervisors only. */
  'retention.preview': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({
      digest: z.string(),
      disposable: count,
      sessions: z.array(retentionSessionSchema),
      held: z.array(heldFileSchema),
    }),
  }),
  /** "Bordereau d'élimination", for the archives administration to approve; names nobody. Throws `nothing-due`. */
  'retention.disposalList': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: savedFile,
  }),
  /**
   * Destroys what the approved list named, and nothing else: throws `disposal-changed` when that is no longer the same,
   * `nothing-due`. A job, whose result is a purge report. Heads of bureau only.
   */
  'retention.purge': defineCommand({
    access: 'agent',
    input: z.strictObject({
      visaReference: text(120),
      visaOn: isoDate,
      digest: z.string().max(64),
    }),
    output: z.strictObject({ jobId: z.string() }),
  }),
  'retention.reports': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.array(purgeReportSchema),
  }),
  /** A litigation: the file is kept whatever its age. Supervisors only. Throws `already-held`. */
  'retention.hold': defineCommand({
    access: 'agent',
    input: z.strictObject({ number, reason: text(300) }),
    output: z.strictObject({}),
  }),
  /** Throws `not-held`. */
  'retention.release': defineCommand({
    access: 'agent',
    input: z.strictObject({ number, reason: text(300) }),
    output: z.strictObject({}),
  }),
  /** Right of access (RGPD art. 15): all that is held about one person, as a ZIP to hand over. Supervisors only. */
  'access.export': defineCommand({
    access: 'agent',
    input: z.strictObject({ candidateNumber: number }),
    output: savedFile,
  }),
};
