import { z } from 'zod';
import { boxSchema } from '../sheet/layout.ts';

export const INKS = ['red', 'blue', 'black', 'other', 'stamp', 'highlighter', 'stain'] as const;
export const inkSchema = z.enum(INKS);
export type Ink = z.infer<typeof inkSchema>;

export const PAGE_STATUSES = [
  'matched',
  'superseded',
  'duplicate',
  'foreign',
  'unidentified',
  'unreadable',
] as const;

/** Why a person must look, or what she should know. Stable codes; sentences in `sentences/`. */
export const READING_CODES = [
  'colour-unknown',
  'code-damaged',
  'code-forged',
  'other-station',
  'training-sheet',
  'superseded-version',
  'duplicate-page',
  'not-our-page',
  'no-code',
  'image-unreadable',
  'image-damaged',
  'image-too-large',
  'unsupported-format',
  'fit-poor',
  'few-marks',
  'signature-missing',
  'signature-doubtful',
  'date-missing',
  'date-doubtful',
  'faint-ink',
  'other-ink',
  'unattached-marks',
  'page-missing',
  'low-resolution',
  'encrypted-pdf',
  'too-many-pages',
  'time-limit',
] as const;
export const readingCodeSchema = z.enum(READING_CODES);
export type ReadingCode = z.infer<typeof readingCodeSchema>;

const boxState = z.strictObject({
  state: z.enum(['present', 'absent', 'doubtful']),
  ink: inkSchema.optional(),
});

export const inkMarkSchema = z.strictObject({
  ink: inkSchema,
  /** Ids of the fields it touches; empty: an unattached mark. */
  fields: z.array(z.string()),
  /** Millimetres on the sheet. */
  box: boxSchema,
  areaMm2: z.number(),
  confidence: z.number().min(0).max(1),
});
export type InkMark = z.infer<typeof inkMarkSchema>;

/** What the reader says of one page. It proposes; a person decides. */
export const pageReadingSchema = z.strictObject({
  file: z.string(),
  /** Page inside the file, from 1. */
  page: z.number().int(),
  status: z.enum(PAGE_STATUSES),
  registrationNumber: z.string().optional(),
  version: z.number().int().optional(),
  sheetPage: z.number().int().optional(),
  sheetPages: z.number().int().optional(),
  /** Clockwise turn of the content in the image, in degrees. */
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** How the sheet lies in the scan; scales are those of the print, 1 is 100 %. */
  fit: z
    .strictObject({ rmsMm: z.number(), scaleX: z.number(), scaleY: z.number(), marksFound: z.number().int() })
    .optional(),
  colour: z.enum(['colour', 'grey', 'bilevel']),
  signature: boxState.optional(),
  date: boxState.optional(),
  marks: z.array(inkMarkSchema),
  warnings: z.array(readingCodeSchema),
  needsReview: z.boolean(),
  reasons: z.array(readingCodeSchema),
  elapsedMs: z.number(),
});
export type PageReading = z.infer<typeof pageReadingSchema>;
