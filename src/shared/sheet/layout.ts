import { z } from 'zod';

/**
 * The printed sheet as data, in millimetres from the top left corner of an upright A4 page. One description drives the
 * PDF, the reader and the overlay on screen (docs/adr/0003).
 */

export const PAGE_WIDTH_MM = 210;
export const PAGE_HEIGHT_MM = 297;

export const boxSchema = z.strictObject({ x: z.number(), y: z.number(), w: z.number(), h: z.number() });
export type Box = z.infer<typeof boxSchema>;

const pointSchema = z.strictObject({ x: z.number(), y: z.number() });

/**
 * What a text is for those who listen to the document (tagged PDF, ISO 32000-2, 14.8); a paragraph where nothing is said.
 * `furniture` is what a page bears only because it is a page.
 */
export const textTagSchema = z.strictObject({
  role: z.enum(['H1', 'H2', 'P', 'Lbl', 'LBody', 'TH', 'TD', 'furniture']),
  /** The line goes on with the text before it. */
  continues: z.literal(true).optional(),
  /** The row of a table that a cell stands in. */
  row: z.string().optional(),
});
export type TextTag = z.infer<typeof textTagSchema>;

/** Everything that is printed, in reading order. */
export const printedItemSchema = z.discriminatedUnion('kind', [
  /** `x`, `y`: left end of the baseline. */
  z.strictObject({
    kind: z.literal('text'),
    x: z.number(),
    y: z.number(),
    text: z.string(),
    font: z.enum(['regular', 'bold']),
    /** Points (1/72 inch). */
    sizePt: z.number(),
    /** 0 black to 1 white. */
    grey: z.number(),
    tag: textTagSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('line'),
    x1: z.number(),
    y1: z.number(),
    x2: z.number(),
    y2: z.number(),
    widthMm: z.number(),
    grey: z.number(),
  }),
  z.strictObject({
    kind: z.literal('rect'),
    box: boxSchema,
    strokeMm: z.number().optional(),
    fillGrey: z.number().optional(),
  }),
  z.strictObject({ kind: z.literal('mark'), box: boxSchema }),
  /** A patch of the colour witness; sRGB 0–255. */
  z.strictObject({
    kind: z.literal('witness'),
    box: boxSchema,
    rgb: z.tuple([z.number(), z.number(), z.number()]),
  }),
  z.strictObject({ kind: z.literal('code'), box: boxSchema, payload: z.string() }),
]);
export type PrintedItem = z.infer<typeof printedItemSchema>;

/** An answer that may be corrected: the box holds label, value and the white space left for red ink. */
export const sheetFieldSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  value: z.string(),
  box: boxSchema,
  /** Where the value is printed, inside `box`. */
  valueBox: boxSchema,
});
export type SheetField = z.infer<typeof sheetFieldSchema>;

export const sheetPageSchema = z.strictObject({
  widthMm: z.number(),
  heightMm: z.number(),
  items: z.array(printedItemSchema),
  fields: z.array(sheetFieldSchema),
  signatureBox: boxSchema.optional(),
  dateBox: boxSchema.optional(),
  /** Codes without their quiet zone. */
  codes: z.array(boxSchema),
  /** Centres of the registration marks. */
  marks: z.array(pointSchema),
  witness: z.array(boxSchema),
});
export type SheetPage = z.infer<typeof sheetPageSchema>;

export const sheetLayoutSchema = z.strictObject({
  layoutVersion: z.number().int(),
  registrationNumber: z.string(),
  version: z.number().int(),
  training: z.boolean(),
  /** Whether the station's printer prints in colour; when not, the witness tells nothing. */
  printedInColour: z.boolean(),
  title: z.string(),
  pages: z.array(sheetPageSchema).min(1),
});
export type SheetLayout = z.infer<typeof sheetLayoutSchema>;
