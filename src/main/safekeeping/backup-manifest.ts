import { z } from 'zod';
import { baseCountsSchema } from '#shared/contract/safekeeping.ts';
import { slotSchema } from '#main/vault/key-slot.ts';
import { DATABASE_FILE, HEADER_FILE } from './data-folder.ts';

/** Last entry of a backup: what must be in it, by hash. */
export const MANIFEST_FILE = 'manifest.json';

/** Nothing else comes out of a backup: a name cannot lead elsewhere. */
const entryName = z.union([
  z.literal(HEADER_FILE),
  z.literal(DATABASE_FILE),
  z.string().regex(/^files\/[0-9a-z-]{2}\/[0-9a-z-]{1,60}\.enc$/),
]);

export const manifestSchema = z.object({
  format: z.literal(1),
  kind: z.literal('guichet-backup'),
  station: z.object({ stationId: z.string(), name: z.string(), office: z.string(), training: z.boolean() }),
  madeAtMs: z.number(),
  /** Version of the base (its last migration). */
  schema: z.number().int(),
  counts: baseCountsSchema,
  /** Opens it on any machine. */
  slot: slotSchema,
  /** Files of the base that were not there to be copied. */
  missing: z.array(z.string()),
  entries: z.array(
    z.object({ name: entryName, size: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});
export type BackupManifest = z.infer<typeof manifestSchema>;
