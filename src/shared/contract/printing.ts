import { z } from 'zod';
import { wireErrorSchema } from '../wire/envelope.ts';
import { defineCommand } from './define.ts';

/** As its spooler calls it. */
export const printerName = z.string().min(1).max(120);
const id = z.uuid();

/** Why a printer does not print, as far as it tells; `other` comes with its own words. */
export const PRINTER_TROUBLES = [
  'no-paper',
  'jam',
  'cover-open',
  'no-ink',
  'unreachable',
  'paused',
  'held',
  'gone',
  'none',
  'other',
] as const;
const troubleSchema = z.enum(PRINTER_TROUBLES);
export type PrinterTrouble = z.infer<typeof troubleSchema>;

const printerSchema = z.strictObject({
  name: printerName,
  /** The machine's own default; the station's choice is in the settings. */
  isDefault: z.boolean(),
  troubles: z.array(troubleSchema),
  /** Null where the machine does not say. */
  hasColour: z.boolean().nullable(),
  printsBothSides: z.boolean().nullable(),
});
export type PrinterDescription = z.infer<typeof printerSchema>;

/** About this machine, not about any candidate: kept out of the data folder. `null`: the machine's default printer. */
export const printerSettingsSchema = z.strictObject({ chosen: printerName.nullable().default(null) });
export type PrinterSettingsValue = z.infer<typeof printerSettingsSchema>;

/** `unknown`: the spooler no longer speaks of it, so that paper tells better than the program. */
export const PRINT_STATES = [
  'sending',
  'waiting',
  'printing',
  'blocked',
  'printed',
  'cancelled',
  'failed',
  'unknown',
] as const;
export const printStateSchema = z.enum(PRINT_STATES);
export type PrintState = z.infer<typeof printStateSchema>;

/** In place of the station's own: another, or the machine's default one (null). */
const otherPrinter = printerName.nullable().optional();

export const printSchema = z.strictObject({
  id,
  title: z.string(),
  registrationNumber: z.string().nullable(),
  /** Null until a printer took it. */
  printer: z.string().nullable(),
  state: printStateSchema,
  troubles: z.array(troubleSchema),
  /** The spooler's own words, in its own language; empty when it has none. */
  words: z.string(),
  /** Whether the file it was made from is still kept, so that it can be printed again. */
  isKept: z.boolean(),
  sentAtMs: z.number().int(),
  sentBy: z.string(),
});
export type Print = z.infer<typeof printSchema>;

/** What every command that prints answers: where to look for how it goes. */
export const sentPrintSchema = z.strictObject({ printId: id, job: z.string() });

export const printingContract = {
  'printers.list': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({
      printers: z.array(printerSchema),
      /** The spooler does not answer. */
      trouble: wireErrorSchema.nullable(),
      settings: printerSettingsSchema,
      /** What the office says of the printer: sheets printed in black are read back otherwise. */
      printsInColour: z.boolean(),
    }),
  }),
  'printers.choose': defineCommand({
    access: 'agent',
    input: z.strictObject({ printer: printerName.nullable(), printsInColour: z.boolean() }),
    output: z.strictObject({}),
  }),
  /** A sheet that tells whether a printer renders what a confirmation needs; nothing of a candidate is on it. */
  'printers.test': defineCommand({
    access: 'agent',
    input: z.strictObject({ printer: otherPrinter }),
    output: sentPrintSchema,
  }),
  /** Those of the last days, the newest first; unfinished ones however old. */
  'prints.list': defineCommand({ access: 'agent', input: z.strictObject({}), output: z.array(printSchema) }),
  /**
   * The same archived file again, here or on another printer. What still waits is taken out of the queue first. Throws `unknown-print`,
   * `print-not-kept`; `print-not-withdrawn` where it came out meanwhile or may do so: asked once more, it is printed.
   */
  'prints.again': defineCommand({
    access: 'agent',
    input: z.strictObject({ id, printer: otherPrinter }),
    output: sentPrintSchema.extend({ registrationNumber: z.string().nullable() }),
  }),
  'prints.cancel': defineCommand({ access: 'agent', input: z.strictObject({ id }), output: printSchema }),
  /** Seen, and nothing more to do about it. */
  'prints.dismiss': defineCommand({
    access: 'agent',
    input: z.strictObject({ id }),
    output: z.strictObject({}),
  }),
};
