import { z } from 'zod';

/** Why the centre refuses a whole request. Unsigned: a refusal changes nothing at the station. */
export const REFUSAL_CODES = [
  'bad-request',
  'unknown-station',
  'bad-request-signature',
  'station-suspended',
  'station-known-otherwise',
  'request-outdated',
  'code-unknown',
  'code-expired',
  'code-used',
  'blocks-exhausted',
  'training-mismatch',
  'too-large',
  'too-many',
  'not-found',
  'offset-conflict',
  'blob-mismatch',
  'batch-refused',
  'disk-full',
  'unavailable',
  'upgrade-required',
  'internal',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** `code` stays open on the reading side: a newer centre may know more. */
export const refusalSchema = z.object({ code: z.string().max(60), message: z.string().max(300) });
