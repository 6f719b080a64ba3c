import { verify, type KeyObject } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** What a feed offers. `npm run update:manifest` writes it; JSON, which electron-updater reads as the YAML it expects. */
export const UPDATE_MANIFEST = 'latest.yml';
export const UPDATE_SIGNATURE = 'latest.yml.sig';

/** What of it decides which bytes are installed. */
const offerSchema = z.object({
  version: z.string(),
  files: z
    .array(
      z.object({ url: z.string(), sha512: z.string(), size: z.number(), isAdminRightsRequired: z.boolean() }),
    )
    .length(1),
});

/**
 * Whether what electron-updater is about to download is what was signed. The file itself is then held against the signed SHA-512 by
 * electron-updater; an older offer, signed too, is no newer version.
 */
export function isOfferSigned(
  offer: unknown,
  signed: { manifest: Uint8Array; signature: string },
  publicKey: KeyObject,
): boolean {
  if (!verify(null, signed.manifest, publicKey, Buffer.from(signed.signature, 'base64'))) return false;
  const told = offerSchema.safeParse(offer);
  const meant = offerSchema.safeParse(JSON.parse(new TextDecoder().decode(signed.manifest)));
  return told.success && meant.success && isDeepStrictEqual(told.data, meant.data);
}
