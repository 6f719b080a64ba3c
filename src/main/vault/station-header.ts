import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { GuichetError } from '#shared/errors.ts';
import { writeDurably } from './file-store.ts';
import { slotSchema } from './key-slot.ts';

export const HEADER_FILE = 'station.json';

const common = {
  training: z.boolean(),
  /** The station's secret, sealed by the operating system (or the host's weaker stand-in), base64. */
  stationSecret: z.base64(),
};

/** Of the first version of the program: one clerk, whose passphrase wraps the database key itself. */
const firstHeaderSchema = z.strictObject({
  format: z.literal(1),
  ...common,
  slots: z.array(slotSchema).length(1),
});

/** Her passphrase wraps a private key of her own; the database key is sealed to its public half, which the base keeps. */
const clerkSlotSchema = z.strictObject({
  login: z.string(),
  privateKey: slotSchema,
  databaseKey: z.base64(),
  /** Her passphrase was made by another: she changes it before anything else. */
  temporary: z.boolean(),
});
export type ClerkSlot = z.infer<typeof clerkSlotSchema>;

const headerSchema = z.strictObject({
  format: z.literal(2),
  ...common,
  slots: z.array(clerkSlotSchema),
  /** The database key sealed to the recovery key that the office keeps on paper; null until one is made. */
  recovery: z.strictObject({ databaseKey: z.base64(), madeAtMs: z.number() }).nullable(),
});
export type StationHeader = z.infer<typeof headerSchema>;
export type AnyHeader = StationHeader | z.infer<typeof firstHeaderSchema>;

/** The only readable file of a data folder. Undefined when there is none; throws `database-damaged`. */
export function readHeader(folder: string): AnyHeader | undefined {
  const path = join(folder, HEADER_FILE);
  if (!existsSync(path)) return undefined;
  try {
    return z.union([headerSchema, firstHeaderSchema]).parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new GuichetError('database-damaged', { detail: { file: HEADER_FILE }, cause });
  }
}

export function writeHeader(folder: string, header: StationHeader): void {
  writeDurably(join(folder, HEADER_FILE), Buffer.from(JSON.stringify(header, null, 2)));
}
