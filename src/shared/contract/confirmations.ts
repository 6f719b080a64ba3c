import { z } from 'zod';
import { sheetLayoutSchema } from '../sheet/layout.ts';
import { defineCommand } from './define.ts';
import { bytes } from './bytes.ts';
import { sentPrintSchema } from './printing.ts';

const target = z.strictObject({
  number: z.string().max(40),
  version: z.number().int().positive().optional(),
});

export const confirmationsContract = {
  /** The archived confirmation of a version (the last one by default), made and kept the first time it is asked for. */
  'confirmations.issue': defineCommand({
    access: 'agent',
    input: target,
    output: z.strictObject({
      registrationNumber: z.string(),
      version: z.number().int(),
      fileName: z.string(),
      sha256: z.string(),
      pdf: bytes,
      layout: sheetLayoutSchema,
    }),
  }),
  /** Sends the archived confirmation to a printer, two-sided A4. */
  'confirmations.print': defineCommand({
    access: 'agent',
    input: z.strictObject({ ...target.shape, printer: z.string().max(120).optional() }),
    output: sentPrintSchema,
  }),
};
