import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';
import { GuichetError } from '#shared/errors.ts';

/** A key wrapped by a passphrase and bound to this machine's secret. */
export const slotSchema = z.strictObject({
  login: z.string(),
  salt: z.base64(),
  nonce: z.base64(),
  sealedKey: z.base64(),
  memoryKiB: z
    .number()
    .int()
    .min(8192)
    .max(1024 * 1024),
  passes: z.number().int().min(1).max(20),
  lanes: z.number().int().min(1).max(16),
});
export type KeySlot = z.infer<typeof slotSchema>;

/** About 0.2 s and 64 MiB on an office PC: what each guess costs a thief. */
const COST = { memoryKiB: 64 * 1024, passes: 3, lanes: 4 };

interface SlotSecrets {
  login: string;
  passphrase: string;
  stationSecret: Uint8Array;
}

export async function sealSlot(secrets: SlotSecrets & { key: Uint8Array }): Promise<KeySlot> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const wrappingKey = await deriveKey(secrets, salt, COST);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(Buffer.from(secrets.login));
  const body = Buffer.concat([cipher.update(secrets.key), cipher.final(), cipher.getAuthTag()]);
  return {
    login: secrets.login,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    sealedKey: body.toString('base64'),
    ...COST,
  };
}

/** Throws `wrong-passphrase`. Without a slot the same work is done, so that time does not tell which logins exist. */
export async function openSlot(slot: KeySlot | undefined, secrets: SlotSecrets): Promise<Uint8Array> {
  const wrappingKey = await deriveKey(
    secrets,
    slot ? Buffer.from(slot.salt, 'base64') : randomBytes(16),
    slot ?? COST,
  );
  if (!slot) throw new GuichetError('wrong-passphrase');
  const sealed = Buffer.from(slot.sealedKey, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(slot.nonce, 'base64'));
    decipher.setAAD(Buffer.from(slot.login)).setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  } catch (cause) {
    throw new GuichetError('wrong-passphrase', { cause });
  }
}

// The library's default algorithm is Argon2id.
async function deriveKey(secrets: SlotSecrets, salt: Uint8Array, cost: typeof COST): Promise<Uint8Array> {
  const stretched = await hashRaw(secrets.passphrase.normalize('NFC'), {
    salt,
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: 32,
  });
  const material = Buffer.concat([stretched, secrets.stationSecret]);
  return new Uint8Array(hkdfSync('sha256', material, salt, 'guichet key slot 1', 32));
}
