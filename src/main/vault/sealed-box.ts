import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { openSealed, seal } from './sealed-form.ts';

/** Raw X25519 keys: 32 bytes each. */
export interface KeyPair {
  publicKey: Uint8Array;
  privateKey: Uint8Array;
}

/** What a box belongs to: it opens nowhere else. `binding` is a secret that goes into its key, or nothing. */
export interface BoxContext {
  purpose: string;
  binding: Uint8Array;
}

const PUBLIC_BYTES = 32;
const PKCS8_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');
const SPKI_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');

export function makeKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return { publicKey: rawOf(publicKey, 'spki'), privateKey: rawOf(privateKey, 'pkcs8') };
}

export function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  return rawOf(createPublicKey(privateObject(privateKey)), 'spki');
}

/** Seals a key so that only the holder of the private key opens it: whoever seals needs no passphrase of hers. */
export function sealTo(publicKey: Uint8Array, secret: Uint8Array, context: BoxContext): string {
  const once = makeKeyPair();
  const key = boxKey(once.privateKey, publicKey, once.publicKey, context);
  const box = Buffer.concat([once.publicKey, seal(secret, key, context.purpose)]);
  wipe(key, once.privateKey);
  return box.toString('base64');
}

/** Throws when the box is not for this key, or was changed. */
export function openBox(privateKey: Uint8Array, sealed: string, context: BoxContext): Uint8Array {
  const box = Buffer.from(sealed, 'base64');
  const oncePublic = box.subarray(0, PUBLIC_BYTES);
  const key = boxKey(privateKey, oncePublic, oncePublic, context);
  try {
    return openSealed(box.subarray(PUBLIC_BYTES), key, context.purpose);
  } finally {
    wipe(key);
  }
}

/** Overwrites keys that are no longer needed. */
export function wipe(...keys: Uint8Array[]): void {
  for (const key of keys) key.fill(0);
}

function boxKey(
  privateKey: Uint8Array,
  publicKey: Uint8Array,
  salt: Uint8Array,
  { purpose, binding }: BoxContext,
): Uint8Array {
  const shared = diffieHellman({
    privateKey: privateObject(privateKey),
    publicKey: createPublicKey({
      key: Buffer.concat([SPKI_PREFIX, publicKey]),
      format: 'der',
      type: 'spki',
    }),
  });
  const material = Buffer.concat([shared, binding]);
  const key = new Uint8Array(hkdfSync('sha256', material, salt, `guichet sealed key 2 ${purpose}`, 32));
  wipe(shared, material);
  return key;
}

function privateObject(raw: Uint8Array): KeyObject {
  const der = Buffer.concat([PKCS8_PREFIX, raw]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  wipe(der);
  return key;
}

function rawOf(key: KeyObject, type: 'spki' | 'pkcs8'): Uint8Array {
  const der =
    type === 'spki'
      ? key.export({ format: 'der', type: 'spki' })
      : key.export({ format: 'der', type: 'pkcs8' });
  return new Uint8Array(der.subarray(-PUBLIC_BYTES));
}
