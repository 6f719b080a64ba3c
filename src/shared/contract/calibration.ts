import { z } from 'zod';
import { bytes } from './bytes.ts';
import { defineCommand } from './define.ts';
import { inkSchema, readingCodeSchema } from './page-reading.ts';

/**
 * Where one ink ends and the next begins: hues in degrees of CIE Lab, and the chroma below which a stroke is black. The limits are
 * those of docs/adr/0009: whatever a station keeps, what is red without a profile stays red.
 */
export const inkBoundsSchema = z.strictObject({
  redFrom: z.number().min(-15).max(-5),
  redTo: z.number().min(43).max(52),
  blueFrom: z.number().min(-112).max(-88),
  blueTo: z.number().min(-64).max(-46),
  leastChroma: z.number().min(5).max(9),
});
export type InkBounds = z.infer<typeof inkBoundsSchema>;

/** One pen of the chart, as it came through the scanner. */
const penReadingSchema = z.strictObject({
  pen: z.string(),
  label: z.string(),
  expected: inkSchema,
  hue: z.number(),
  chroma: z.number(),
  ink: inkSchema,
  confidence: z.number(),
  /** What it would be called with the bounds that this chart proposes. */
  inkThen: inkSchema,
});
export type PenReading = z.infer<typeof penReadingSchema>;

/** What reading scanned charts gave; `bounds` is null where no chart was found. Several scans of it are taken together. */
export const chartReadingSchema = z.strictObject({
  pens: z.array(penReadingSchema),
  bounds: inkBoundsSchema.nullable(),
  kept: z.boolean(),
  /** Why files or pages gave nothing. */
  refused: z.array(z.strictObject({ file: z.string(), reasons: z.array(readingCodeSchema) })),
});
export type ChartReading = z.infer<typeof chartReadingSchema>;

const scans = z
  .array(z.strictObject({ name: z.string().max(255), bytes }))
  .min(1)
  .max(20);

export const calibrationContract = {
  /** A chart to print and fill in with the office's own pens. */
  'calibration.chart': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ pdf: bytes }),
  }),
  /** Reads scanned charts; a job whose result is a `ChartReading`. Keeps nothing. */
  'calibration.read': defineCommand({
    access: 'agent',
    input: z.strictObject({ files: scans }),
    output: z.strictObject({ jobId: z.string() }),
  }),
  /** The same, and the station's reader judges by it from then on. */
  'calibration.keep': defineCommand({
    access: 'agent',
    input: z.strictObject({ files: scans }),
    output: z.strictObject({ jobId: z.string() }),
  }),
  /** Back to the bounds of the program. */
  'calibration.forget': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({}),
  }),
  /** The bounds the reader judges by; null without a profile. */
  'calibration.current': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ bounds: inkBoundsSchema.nullable() }),
  }),
};
