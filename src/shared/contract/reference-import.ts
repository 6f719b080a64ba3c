import { z } from 'zod';
import { bytes } from './bytes.ts';

/** Lists that a station may bring up to date: diplomas, épreuves of some specialties, countries. */
export const LIST_KINDS = ['specialties', 'examPapers', 'countries'] as const;
export const listKindSchema = z.enum(LIST_KINDS);
export type ListKind = z.infer<typeof listKindSchema>;

const MOST_BYTES = 8 * 1024 * 1024;

export const listFileSchema = z.strictObject({
  /** Left out: told by the headers of the file. */
  kind: listKindSchema.optional(),
  fileName: z.string().min(1).max(200),
  content: bytes.refine((content) => content.byteLength <= MOST_BYTES),
});

const entry = z.strictObject({ code: z.string(), label: z.string() });

/** `line`: of the file, from 1; of a JSON list, the rank of the entry. */
const remark = z.strictObject({ line: z.number().int(), message: z.string() });

/** Every row of the file is in exactly one of `added`, `changed`, `unchanged`, `otherDiplomas`, `merged`, `notUnderstood`. */
export const importResultSchema = z.strictObject({
  kind: listKindSchema,
  rows: z.number().int(),
  added: z.array(entry),
  changed: z.array(entry),
  unchanged: z.number().int(),
  /** Diplomas that this program does not register for: BTS, BMA, DMA… */
  otherDiplomas: z.array(z.strictObject({ diploma: z.string(), count: z.number().int() })),
  /** Rows that say the same code twice, made one. */
  merged: z.array(remark),
  notUnderstood: z.array(remark),
  /** What was taken, yet deserves a look. */
  remarks: z.array(remark),
});
export type ImportResult = z.infer<typeof importResultSchema>;
export type ImportRemark = z.infer<typeof remark>;

export const importedListSchema = z.strictObject({
  kind: listKindSchema,
  /** Entries known to this station. */
  entryCount: z.number().int(),
  /** Of which from imported files. */
  importedCount: z.number().int(),
  lastImport: z
    .strictObject({ fileName: z.string(), importedAtMs: z.number(), importedBy: z.string() })
    .nullable(),
});
export type ImportedList = z.infer<typeof importedListSchema>;
