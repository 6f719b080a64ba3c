import { z } from 'zod';
import { examSchema } from './answers.ts';
import { modalitySchema } from './campaign.ts';
import { defineCommand } from './define.ts';
import { statusSchema } from './registrations.ts';
import { isoDate, problem, text } from './text.ts';

const number = z.string().max(40);

/** `unknown`: nothing to judge by, or not enough; a person appreciates. */
export const RETURN_VERDICTS = ['onTime', 'late', 'notYetOpen', 'unknown'] as const;

/** What the verdict rests on: told beside it, so that a clerk can explain it. */
export const VERDICT_GROUNDS = [
  'postmark',
  'received',
  'hourNotSavedByPostmark',
  'beforeOpening',
  'noDeadline',
  'postmarkMissing',
  'hourMissing',
] as const;

export const judgementSchema = z.strictObject({
  verdict: z.enum(RETURN_VERDICTS),
  ground: z.enum(VERDICT_GROUNDS),
  /** The day or hour it was judged by, put off past Sundays and holidays where the campaign does so. */
  deadline: z.string().nullable(),
});
export type ReturnJudgement = z.infer<typeof judgementSchema>;

/** Local day, or day and minute: `2026-12-07`, `2026-12-07T16:40`. */
const receivedOn = z
  .string({ error: problem('wrong-type') })
  .regex(/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/, { error: problem('bad-format') })
  .refine((value) => isoDate.safeParse(value.slice(0, 10)).success, { error: problem('impossible-date') });

/** How the paper came: what the post, the portal or the counter says of it. */
export const arrivalSchema = z.strictObject({
  modality: modalitySchema,
  /** Of the post only, where it can be read. */
  postmarkedOn: isoDate.optional(),
  receivedOn,
});
export type Arrival = z.infer<typeof arrivalSchema>;

export const recordedReturnSchema = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  ...arrivalSchema.shape,
  signed: z.boolean(),
  dated: z.boolean(),
  ...judgementSchema.shape,
  /** A version later than the signed one exists: it has to be signed anew. */
  superseded: z.boolean(),
  /** Came in a way the notice of the campaign does not name. */
  unforeseenModality: z.boolean(),
  /** Why a supervisor took a late return all the same. */
  admittedReason: z.string().nullable(),
  agent: z.string(),
  recordedAtMs: z.number(),
  /** It was scanned: the paper can be shown again. */
  hasScan: z.boolean(),
});
export type RecordedReturn = z.infer<typeof recordedReturnSchema>;

/** `olderVersionSigned`: it came back, but the answers changed since and the new version was not signed. */
export const OVERDUE_CAUSES = [
  'noReturn',
  'olderVersionSigned',
  'lateReturn',
  'piecesMissing',
  'r408Missing',
] as const;

export const overdueFileSchema = z.strictObject({
  registrationNumber: z.string(),
  birthName: z.string(),
  givenNames: z.string(),
  exam: examSchema,
  specialtyLabel: z.string(),
  status: statusSchema,
  cause: z.enum(OVERDUE_CAUSES),
  deadline: z.string(),
  /** Labels of the missing pieces, where the cause is that. */
  missing: z.array(z.string()),
});
export type OverdueFile = z.infer<typeof overdueFileSchema>;

const overdueList = z.strictObject({
  files: z.array(overdueFileSchema),
  /** There are others: the list is shown in parts of 1,000. */
  hasMore: z.boolean(),
});

export const mailContract = {
  /** A signed confirmation that came back without a scan. Never dropped: late or superseded, it is recorded and said so. */
  'returns.record': defineCommand({
    access: 'agent',
    input: z.strictObject({
      number,
      /** As printed on the sheet; the last one when left out. */
      version: z.number().int().min(1).max(99).optional(),
      ...arrivalSchema.shape,
      signed: z.boolean(),
      dated: z.boolean(),
    }),
    output: z.strictObject({
      ...recordedReturnSchema.shape,
      registrationNumber: z.string(),
      name: z.string(),
      status: statusSchema,
    }),
  }),
  /** Newest first. */
  'returns.ofFile': defineCommand({
    access: 'agent',
    input: z.strictObject({ number }),
    output: z.array(recordedReturnSchema),
  }),
  /** A late return that is taken all the same; the verdict stays late. Supervisors only. */
  'returns.admit': defineCommand({
    access: 'agent',
    input: z.strictObject({ number, reason: text(300) }),
    output: z.strictObject({}),
  }),
  /**
   * What a person may have to end, as it stands now or at the start of a local day: nothing is ended by this. `soonDue`: R.408
   * that falls due within 30 days.
   */
  'returns.overdue': defineCommand({
    access: 'agent',
    input: z.strictObject({ at: isoDate.optional() }),
    output: z.strictObject({
      toCancel: overdueList,
      toExclude: overdueList,
      soonDue: z.array(
        z.strictObject({ ...overdueFileSchema.shape, daysLeft: z.number().int(), isWithinWeek: z.boolean() }),
      ),
    }),
  }),
};
