import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';
import { bytes } from './bytes.ts';
import { defineCommand } from './define.ts';
import { sentPrintSchema } from './printing.ts';
import { text } from './text.ts';

/** What the counter writes to a candidate beside the confirmation. */
export const LETTER_KINDS = [
  'depositReceipt',
  'reminder',
  'cancellation',
  'exclusion',
  'withdrawalProof',
  'specificNoticeSlip',
] as const;
export const letterKindSchema = z.enum(LETTER_KINDS);
export type LetterKind = z.infer<typeof letterKindSchema>;

/** Why a letter has no place in a file. Sentences: `sentences/letter-sentences.ts`. */
export const LETTER_REFUSALS = [
  'nothingDeposited',
  'noAcknowledgement',
  'noReceiptAtCounter',
  'remindersOff',
  'nothingMissing',
  'fileEnded',
  'notCancelled',
  'notExcluded',
  'notWithdrawn',
  'noSpecificNotice',
] as const;
export type LetterRefusal = (typeof LETTER_REFUSALS)[number];

export const letterSchema = z.strictObject({
  id: z.string(),
  registrationNumber: z.string(),
  kind: letterKindSchema,
  /** From 1, in the file it belongs to. */
  rank: z.number().int(),
  version: z.number().int(),
  fileName: z.string(),
  sha256: z.string(),
  issuedAtMs: z.number(),
  issuedBy: z.string(),
});
export type Letter = z.infer<typeof letterSchema>;

export const letterBatchResultSchema = z.strictObject({
  /** Null when no letter at all could be issued. */
  batchId: z.string().nullable(),
  issued: z.array(z.string()),
  refused: z.array(
    z.strictObject({
      number: z.string(),
      code: z.enum(ERROR_CODES),
      detail: z.record(z.string(), z.string()),
    }),
  ),
});
export type LetterBatchResult = z.infer<typeof letterBatchResultSchema>;

const number = z.string().max(40);
const id = z.string().max(60);
const printer = z.string().max(120).optional();
/** A supervisor's reason for a reminder that the campaign does not send. */
const forcedReason = text(300).optional();
const kind = letterKindSchema;

export const lettersContract = {
  /** Writes and archives a letter as the file stands. Asked again, it gives a new one, dated anew. */
  'letters.issue': defineCommand({
    access: 'agent',
    input: z.strictObject({ number, kind, forcedReason }),
    output: z.strictObject({ ...letterSchema.shape, pdf: bytes }),
  }),
  /** The letters of a file, newest first, and which may be issued now. */
  'letters.list': defineCommand({
    access: 'agent',
    input: z.strictObject({ number }),
    output: z.strictObject({
      letters: z.array(letterSchema),
      choices: z.array(z.strictObject({ kind, refusal: z.enum(LETTER_REFUSALS).nullable() })),
    }),
  }),
  /** The archived letter itself. */
  'letters.open': defineCommand({
    access: 'agent',
    input: z.strictObject({ id }),
    output: z.strictObject({ ...letterSchema.shape, pdf: bytes }),
  }),
  'letters.print': defineCommand({
    access: 'agent',
    input: z.strictObject({ id, printer }),
    output: sentPrintSchema,
  }),
  /** One letter for each file, and one PDF of them all, each on a sheet of its own. The job's result: `letterBatchResultSchema`. */
  'letters.issueMany': defineCommand({
    access: 'agent',
    input: z.strictObject({ numbers: z.array(number).min(1).max(2000), kind, forcedReason }),
    output: z.strictObject({ jobId: z.string() }),
  }),
  'letters.openBatch': defineCommand({
    access: 'agent',
    input: z.strictObject({ id }),
    output: z.strictObject({ fileName: z.string(), kind, letterCount: z.number().int(), pdf: bytes }),
  }),
  'letters.printBatch': defineCommand({
    access: 'agent',
    input: z.strictObject({ id, printer }),
    output: sentPrintSchema,
  }),
};
