import { z } from 'zod';
import { wireErrorSchema } from '../wire/envelope.ts';
import { defineCommand } from './define.ts';
import { pageReadingSchema } from './page-reading.ts';

/** Where the paper lies; `folder`: the scanner is elsewhere and leaves files in a folder. */
export const PAPER_SOURCES = ['flatbed', 'feeder', 'feederDuplex', 'folder'] as const;
const paperSourceSchema = z.enum(PAPER_SOURCES);
export type PaperSource = z.infer<typeof paperSourceSchema>;

export const SCAN_COLOURS = ['colour', 'grey', 'bilevel'] as const;
const scanColourSchema = z.enum(SCAN_COLOURS);
export type ScanColour = z.infer<typeof scanColourSchema>;

/** What the reader was made for: red ink needs colour, thin strokes 300 dots per inch. */
export const USUAL_RESOLUTION_DPI = 300;

const scannerId = z.string().min(1).max(500);

const scannerSchema = z.strictObject({
  /** Stable on this machine, e.g. `sane:fujitsu:fi-7030:123`. */
  id: scannerId,
  name: z.string(),
  /** Empty when the scanner answered nothing: `trouble` says why. */
  sources: z.array(
    z.strictObject({
      kind: paperSourceSchema,
      /** Those of an office among what the scanner offers; empty where nothing is to be chosen. */
      resolutionsDpi: z.array(z.number()),
      colours: z.array(scanColourSchema),
    }),
  ),
  trouble: wireErrorSchema.nullable(),
});
export type ScannerDescription = z.infer<typeof scannerSchema>;

export const scanChoiceSchema = z.strictObject({
  scanner: scannerId,
  source: paperSourceSchema,
  resolutionDpi: z.number().int().min(75).max(1200).default(USUAL_RESOLUTION_DPI),
  colour: scanColourSchema.default('colour'),
});
export type ScanChoice = z.infer<typeof scanChoiceSchema>;

/** About this machine, not about any candidate: kept out of the data folder. */
export const scannerSettingsSchema = z.strictObject({
  chosen: scanChoiceSchema.nullable().default(null),
  /** Network scanners that speak eSCL, e.g. `http://192.168.1.20/eSCL`. */
  addresses: z.array(z.string().trim().max(200)).max(8).default([]),
  /** A folder in which a scanner leaves its files. */
  folder: z.string().trim().min(1).max(1000).nullable().default(null),
});
export type ScannerSettingsValue = z.infer<typeof scannerSettingsSchema>;

/** What one page told of the scanner. */
export const testPageSchema = z.strictObject({
  widthPx: z.number(),
  heightPx: z.number(),
  /** Measured on a sheet of ours, or as wide as an A4 page. */
  dpi: z.number(),
  colour: z.enum(['colour', 'grey', 'bilevel']),
  /** Null when the image could not be read at all. */
  reading: pageReadingSchema.nullable(),
  findings: z.array(
    z.enum([
      'good',
      'not-our-sheet',
      'unreadable',
      'no-colour',
      'low-resolution',
      'distorted',
      'other-colour',
    ]),
  ),
});
export type TestPage = z.infer<typeof testPageSchema>;

export const scannersContract = {
  /** Asks every way of scanning, which may take a few seconds; one that fails is a trouble, the others are listed. */
  'scanners.list': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({
      scanners: z.array(scannerSchema),
      troubles: z.array(wireErrorSchema),
      settings: scannerSettingsSchema,
    }),
  }),
  'scanners.choose': defineCommand({
    access: 'agent',
    input: scanChoiceSchema,
    output: scannerSettingsSchema,
  }),
  /** Network scanners and the watched folder of this machine; what is left out stays. */
  'scanners.declare': defineCommand({
    access: 'agent',
    input: z.strictObject({
      addresses: scannerSettingsSchema.shape.addresses.unwrap().optional(),
      folder: scannerSettingsSchema.shape.folder.unwrap().optional(),
    }),
    output: scannerSettingsSchema,
  }),
  /** Scans one page and keeps nothing; a job whose result is a `TestPage`. `choice`: another than the chosen one. */
  'scanners.test': defineCommand({
    access: 'agent',
    input: z.strictObject({ choice: scanChoiceSchema.optional() }),
    output: z.strictObject({ jobId: z.string() }),
  }),
};
