import { z } from 'zod';
import { PAGE_STATUSES, pageReadingSchema } from './page-reading.ts';

/** `asked`: handed to a second person with a question; it waits for her, not in the queue of its stack. */
export const PAGE_DECISIONS = ['pending', 'asked', 'accepted', 'refused'] as const;

const count = z.number().int();

/** What is said of a page whatever is shown of it. */
const pageFacts = {
  id: z.string(),
  stackId: z.string(),
  decision: z.enum(PAGE_DECISIONS),
  decisionReason: z.string().nullable(),
  /** Login. Of a page that was handed over, also who answered. */
  decidedBy: z.string().nullable(),
  /** What was asked of a second person, by whom, and what she answered; null when nothing was. */
  question: z.string().nullable(),
  askedBy: z.string().nullable(),
  answer: z.string().nullable(),
  /** The version that the corrections of this page made. */
  madeVersion: count.nullable(),
  readAtMs: z.number(),
};

/** One page of a queue: what tells it from the others, without its whole reading. */
export const pageLineSchema = z.strictObject({
  ...pageFacts,
  file: z.string(),
  filePage: count,
  status: z.enum(PAGE_STATUSES),
  registrationNumber: z.string().nullable(),
  /** Of the candidate, when the file is in this station. */
  name: z.string().nullable(),
  version: count.nullable(),
  sheetPage: count.nullable(),
  sheetPages: count.nullable(),
  needsReview: z.boolean(),
  redMarks: count,
  unattachedMarks: count,
  /** Not surely signed and dated where it is to be. */
  lacksSignature: z.boolean(),
  /** Of the last version, without a mark, signed and dated where it is to be, and nothing to review. */
  isPlain: z.boolean(),
});
export type PageLine = z.infer<typeof pageLineSchema>;

export const returnedPageSchema = z.strictObject({
  ...pageFacts,
  reading: pageReadingSchema,
  /** SHA-256 of the original file's bytes, hexadecimal. */
  sourceSha256: z.string(),
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

/** The sheet a page belongs to, as its stack holds it. */
export const returnedSheetSchema = z.strictObject({
  /** Other pages of the same paper in the same stack. */
  mates: z.array(
    z.strictObject({
      id: z.string(),
      sheetPage: count,
      decision: z.enum(PAGE_DECISIONS),
      madeVersion: count.nullable(),
      redMarks: count,
    }),
  ),
  missingPages: z.array(count),
  latestVersion: count,
  /** A version was made since that this paper did not make itself: it cannot be accepted. */
  isStale: z.boolean(),
});
export type ReturnedSheet = z.infer<typeof returnedSheetSchema>;

const stackFacts = {
  id: z.string(),
  readAtMs: z.number(),
  /** Login; null for a stack of before the program kept it. */
  readBy: z.string().nullable(),
  pages: count,
  /** Waiting for a first person, and for a second one. */
  waiting: count,
  asked: count,
};

export const returnStackSchema = z.strictObject(stackFacts);
export type ReturnStack = z.infer<typeof returnStackSchema>;

const someone = { registrationNumber: z.string(), name: z.string().nullable() };

/** What came in a stack and what became of it. The counts of what was seen overlap: a signed page may bear red ink. */
export const stackSummarySchema = z.strictObject({
  ...stackFacts,
  accepted: count,
  refused: count,
  byStatus: z.record(z.enum(PAGE_STATUSES), count),
  signed: count,
  withRed: count,
  withUnattachedMarks: count,
  plain: count,
  /** Sheets of which some pages came and others did not, in no other stack either. */
  incompleteSheets: z.array(
    z.strictObject({ ...someone, version: count, sheetPages: count, missingPages: z.array(count) }),
  ),
  /** Last versions that corrections of this stack made: to print, and to have signed anew where the rule asks for it. */
  newVersions: z.array(z.strictObject({ ...someone, version: count })),
});
export type StackSummary = z.infer<typeof stackSummarySchema>;
