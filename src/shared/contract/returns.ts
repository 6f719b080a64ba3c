import { z } from 'zod';
import { sheetLayoutSchema } from '../sheet/layout.ts';
import { bytes } from './bytes.ts';
import { defineCommand } from './define.ts';
import { arrivalSchema } from './mail.ts';
import { pageReadingSchema } from './page-reading.ts';
import { sentPrintSchema } from './printing.ts';
import { scanChoiceSchema } from './scanners.ts';
import { numbersSchema, seenPieceSchema } from './registrations.ts';
import {
  imageFactsSchema,
  pageLineSchema,
  returnedPageSchema,
  returnedSheetSchema,
  returnStackSchema,
  stackSummarySchema,
} from './returned-pages.ts';

/** What reading a stack gave, page by page, in the order of the files. */
export const stackResultSchema = z.strictObject({ readings: z.array(pageReadingSchema) });

const id = z.string().max(60);
const sentence = z.string().trim().min(3).max(300);

/** Of a page that was handed over: what the second person answers. `alone`: she is also the one who asked, and says so. */
const secondLook = { answer: sentence.optional(), alone: z.boolean().default(false) };

const signedCopyInput = z.strictObject({ number: z.string().max(40), returnId: id.optional() });

export const returnsContract = {
  /**
   * Reads files of scanned pages in worker threads; a job whose result is a `StackResult`. With `keep`, originals and
   * readings are kept for a person to decide; without, nothing is written. `stackId`: the files go on with a stack already begun.
   */
  'returns.read': defineCommand({
    access: 'agent',
    input: z.strictObject({
      files: z
        .array(z.strictObject({ name: z.string().max(255), bytes }))
        .min(1)
        .max(500),
      keep: z.boolean().default(true),
      stackId: id.optional(),
    }),
    output: z.strictObject({ jobId: z.string(), stackId: z.string() }),
  }),
  /**
   * Scans sheets and reads each page as it comes, originals kept; a job whose result is a `StackResult`. The pages before a fault or a
   * cancellation are kept and read: going on with the same `stackId` adds the rest. `choice`: another than the scanner that was
   * chosen. `follow`: a watched folder is followed until the job is cancelled.
   */
  'returns.scan': defineCommand({
    access: 'agent',
    input: z.strictObject({
      choice: scanChoiceSchema.optional(),
      stackId: id.optional(),
      follow: z.boolean().default(false),
    }),
    output: z.strictObject({ jobId: z.string(), stackId: z.string() }),
  }),
  /** Stacks in which something waits first, then the newest. */
  'returns.stacks': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.array(returnStackSchema),
  }),
  'returns.summary': defineCommand({
    access: 'agent',
    input: z.strictObject({ stackId: id }),
    output: stackSummarySchema,
  }),
  /**
   * Pages waiting first (worst first, those of one sheet together), then those handed over, then decided ones, newest first. `asked`:
   * only those that wait for a second person, of every stack.
   */
  'returns.list': defineCommand({
    access: 'agent',
    input: z.strictObject({ stackId: id.optional(), asked: z.boolean().default(false) }),
    output: z.array(pageLineSchema),
  }),
  /** One page, the layout it was read against, and its sheet; both null for a page that is not one of ours. */
  'returns.open': defineCommand({
    access: 'agent',
    input: z.strictObject({ id }),
    output: z.strictObject({
      page: returnedPageSchema,
      image: imageFactsSchema.nullable(),
      layout: sheetLayoutSchema.nullable(),
      sheet: returnedSheetSchema.nullable(),
    }),
  }),
  /** The image of a page turned upright; it never changes. Null when the file could not be read. */
  'returns.image': defineCommand({
    access: 'agent',
    input: z.strictObject({ id }),
    output: z.strictObject({ jpeg: bytes.nullable() }),
  }),
  /**
   * Accepts a page as read by a person; `changes` (dotted path → value) become the next version in red ink. `arrival`: how it
   * came; handed over at the counter at this minute when left out. `pieceSeen`: the identity document seen, which a correction of the
   * identity needs, by an entitled clerk (S4-07). `seenMarks`: places in the reading of the marks that touch no field, each looked at.
   */
  'returns.accept': defineCommand({
    access: 'agent',
    input: z.strictObject({
      id,
      signed: z.boolean(),
      dated: z.boolean(),
      changes: z.record(z.string().max(120), z.unknown()),
      arrival: arrivalSchema.optional(),
      pieceSeen: seenPieceSchema.optional(),
      seenMarks: z.array(z.number().int()).max(1000).default([]),
      ...secondLook,
    }),
    output: z.strictObject({ ...numbersSchema.shape, newVersion: z.boolean() }),
  }),
  /** Of a page that was handed over, the reason stands for the answer when there is no other. */
  'returns.refuse': defineCommand({
    access: 'agent',
    input: z.strictObject({ id, reason: sentence, ...secondLook }),
    output: z.strictObject({}),
  }),
  /** Hands a page to a second person: it leaves the queue of its stack until she decides. */
  'returns.ask': defineCommand({
    access: 'agent',
    input: z.strictObject({ id, question: sentence }),
    output: z.strictObject({}),
  }),
  /**
   * A confirmation as it came back: the archived scan with a foot line (number, version, date received, SHA-256). The last signed return that
   * was scanned, unless another is named.
   */
  'returns.signedCopy': defineCommand({
    access: 'agent',
    input: signedCopyInput,
    output: z.strictObject({
      registrationNumber: z.string(),
      version: z.number().int(),
      fileName: z.string(),
      pdf: bytes,
      /** Whom the certificate of the office names, where it seals. */
      sealedBy: z.string().nullable(),
      /** Pages of the paper that nobody accepted, or that were never scanned. */
      missingPages: z.array(z.number().int()),
    }),
  }),
  'returns.printSignedCopy': defineCommand({
    access: 'agent',
    input: z.strictObject({ ...signedCopyInput.shape, printer: z.string().max(120).optional() }),
    output: sentPrintSchema,
  }),
};
