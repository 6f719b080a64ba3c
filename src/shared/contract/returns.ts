import { z } from 'zod';
import { sheetLayoutSchema } from '../sheet/layout.ts';
import { bytes } from './bytes.ts';
import { defineCommand } from './define.ts';
import { arrivalSchema } from './mail.ts';
import { pageReadingSchema } from './page-reading.ts';
import { numbersSchema, seenPieceSchema } from './registrations.ts';

export const returnedPageSchema = z.strictObject({
  id: z.string(),
  stackId: z.string(),
  reading: pageReadingSchema,
  decision: z.enum(['pending', 'accepted', 'refused']),
  decisionReason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** SHA-256 of the original file's bytes, hexadecimal. */
  sourceSha256: z.string(),
  readAtMs: z.number(),
});
export type ReturnedPage = z.infer<typeof returnedPageSchema>;

/** Where the sheet lies in the upright image; the four numbers of place are null when it was not found. */
export const imageFactsSchema = z.strictObject({
  widthPx: z.number(),
  heightPx: z.number(),
  pxPerMmX: z.number().nullable(),
  pxPerMmY: z.number().nullable(),
  originXPx: z.number().nullable(),
  originYPx: z.number().nullable(),
});
export type ImageFacts = z.infer<typeof imageFactsSchema>;

const pageImageSchema = z.strictObject({
  mediaType: z.literal('image/jpeg'),
  bytes,
  ...imageFactsSchema.shape,
});

/** What reading a stack gave, page by page, in the order of the files. */
export const stackResultSchema = z.strictObject({ readings: z.array(pageReadingSchema) });

const id = z.string().max(60);

export const returnsContract = {
  /**
   * Reads files of scanned pages in worker threads; a job whose result is a `StackResult`. With `keep`, originals and
   * readings are kept for a person to decide; without, nothing is written.
   */
  'returns.read': defineCommand({
    access: 'agent',
    input: z.strictObject({
      files: z
        .array(z.strictObject({ name: z.string().max(255), bytes }))
        .min(1)
        .max(500),
      keep: z.boolean().default(true),
    }),
    output: z.strictObject({ jobId: z.string(), stackId: z.string() }),
  }),
  /** Pages waiting first (worst first), then decided ones, newest first. */
  'returns.list': defineCommand({
    access: 'agent',
    input: z.strictObject({ stackId: id.optional() }),
    output: z.array(returnedPageSchema),
  }),
  /** One page with its image turned upright, and the layout it was read against. */
  'returns.open': defineCommand({
    access: 'agent',
    input: z.strictObject({ id }),
    output: z.strictObject({
      page: returnedPageSchema,
      image: pageImageSchema.nullable(),
      layout: sheetLayoutSchema.nullable(),
    }),
  }),
  /**
   * Accepts a page as read by a person; `changes` (dotted path → value) become the next version in red ink. `arrival`: how it
   * came; handed over at the counter at this minute when left out. `pieceSeen`: the identity document seen, which a correction of the
   * identity needs, by an entitled clerk (S4-07).
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
    }),
    output: z.strictObject({ ...numbersSchema.shape, newVersion: z.boolean() }),
  }),
  'returns.refuse': defineCommand({
    access: 'agent',
    input: z.strictObject({ id, reason: z.string().trim().min(3).max(300) }),
    output: z.strictObject({}),
  }),
};
