import { z } from 'zod';

/**
 * A backup is gzip of lines of JSON: a header, then `{table, rows}` parts, then an end that counts and hashes all that came
 * before. Readable with `zcat`; a file that was cut has no end and is refused whole.
 */
export const headerLine = z.strictObject({
  format: z.literal('guichet-central-backup-1'),
  /** Migrations the base had: a restore builds exactly these tables first. */
  migrations: z.array(z.number().int()),
  takenMs: z.number().int(),
  epoch: z.string(),
});
export type BackupHeader = z.infer<typeof headerLine>;

export const partLine = z.strictObject({
  table: z.string().regex(/^[a-z_]+$/),
  rows: z.array(z.record(z.string(), z.unknown())),
});

export const endLine = z.strictObject({
  end: z.literal(true),
  rows: z.record(z.string(), z.number().int()),
  sha256: z.string(),
});
export type BackupEnd = z.infer<typeof endLine>;
