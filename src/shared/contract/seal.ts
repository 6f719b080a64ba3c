import { z } from 'zod';
import { bytes } from './bytes.ts';
import { defineCommand } from './define.ts';

export const officeSealSchema = z.strictObject({
  /** Whom the certificate names, and who says so. */
  subject: z.string(),
  issuer: z.string(),
  validFromMs: z.number(),
  expiresAtMs: z.number(),
  installedBy: z.string(),
  installedAtMs: z.number(),
});
export type OfficeSeal = z.infer<typeof officeSealSchema>;

const answer = z.strictObject({ seal: officeSealSchema.nullable() });

export const sealContract = {
  /** The certificate with which copies of signed confirmations are sealed; null where there is none. */
  'seal.current': defineCommand({ access: 'agent', input: z.strictObject({}), output: answer }),
  /** A .p12 or .pfx file of the office. It takes the place of the one before. */
  'seal.install': defineCommand({
    access: 'agent',
    input: z.strictObject({ file: bytes, passphrase: z.string().max(200) }),
    output: answer,
  }),
  'seal.remove': defineCommand({ access: 'agent', input: z.strictObject({}), output: z.strictObject({}) }),
};
