import { z } from 'zod';
import { bytes } from './bytes.ts';
import { defineCommand } from './define.ts';
import { isoDate, problem } from './text.ts';

/** Months that the log is kept: CNIL, délibération 2021-122, six months to one year. */
export const AUDIT_MONTHS = { least: 6, most: 12 } as const;
const PAGE = 100;

const count = z.number().int().nonnegative();

/** An export names its filters in what it signs, and half a character can be signed by nobody. */
const word = z
  .string()
  .trim()
  .max(60)
  .refine((typed) => typed.isWellFormed(), { error: problem('forbidden-character') });

const filters = {
  clerkId: word.optional(),
  operation: word.optional(),
  /** Exactly this number or identifier. */
  reference: word.optional(),
  /** Days of the station, both included. */
  from: isoDate.optional(),
  until: isoDate.optional(),
};
export const auditFiltersSchema = z.strictObject(filters);
export type AuditFilters = z.infer<typeof auditFiltersSchema>;

const auditEntrySchema = z.strictObject({
  id: count,
  atMs: z.number(),
  clerkId: z.string(),
  /** Null where the clerk is no longer known. */
  clerkName: z.string().nullable(),
  operation: z.string(),
  reference: z.string().nullable(),
  outcome: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/**
 * `cut-off`: a signed checkpoint says that there was more. `rewritten`: the entry is not the one that was signed. `contradicted`: the
 * centre holds another. `unexpected`: rows where a purge left none.
 */
const auditFaultSchema = z.strictObject({
  kind: z.enum(['changed', 'removed', 'cut-off', 'rewritten', 'signature', 'contradicted', 'unexpected']),
  entry: count.nullable(),
});
export type AuditFault = z.infer<typeof auditFaultSchema>;

const auditVerificationSchema = z.strictObject({
  entries: count,
  /** Entries purged at the end of their time, whose blocks keep their digest. */
  purged: count,
  blocks: count,
  checkpoints: count,
  /** How many entries, from the first, the centre holds a checkpoint of. */
  anchoredEntries: count,
  faultCount: count,
  faults: z.array(auditFaultSchema),
});
export type AuditVerification = z.infer<typeof auditVerificationSchema>;

const savedFile = z.strictObject({ fileName: z.string(), mediaType: z.string(), bytes });

/** The log of who did and saw what: for the auditor and the head of bureau, who change nothing in it. */
export const auditContract = {
  /** Newest first; `before`: the entries older than this one. */
  'audit.list': defineCommand({
    access: 'agent',
    input: z.strictObject({
      ...filters,
      before: count.optional(),
      limit: count.min(1).max(1_000).default(PAGE),
    }),
    output: z.strictObject({
      entries: z.array(auditEntrySchema),
      hasMore: z.boolean(),
      /** Who may be asked for in the filters. */
      clerks: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      keepMonths: count,
    }),
  }),
  'audit.verify': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: auditVerificationSchema,
  }),
  /** The entries and, in a second file, the station's signature over the first. */
  'audit.export': defineCommand({
    access: 'agent',
    input: z.strictObject({ ...filters, format: z.enum(['ndjson', 'csv']) }),
    output: z.strictObject({ file: savedFile, signature: savedFile, count }),
  }),
  /** Head of bureau only. What is older goes at the next opening of the station. */
  'audit.configure': defineCommand({
    access: 'agent',
    input: z.strictObject({ keepMonths: z.number().int().min(AUDIT_MONTHS.least).max(AUDIT_MONTHS.most) }),
    output: z.strictObject({}),
  }),
};
