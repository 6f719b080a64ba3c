import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import type { SecretStore } from '#main/ports/secret-store.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals with a key kept in a file that only its owner may read. Weaker than the operating system's own store: whoever
 * can read the account's files can read it; but a copied data folder stays shut.
 */
export function createFileSecretStore(keyFile: string): SecretStore {
  return {
    strength: 'file',
    async protect(secret) {
      return seal(secret, getOrMakeKey(keyFile));
    },
    async reveal(sealed) {
      try {
        return open(sealed, readKey(keyFile));
      } catch (cause) {
        throw new GuichetError('database-damaged', { cause });
      }
    },
  };
}

function readKey(keyFile: string): Buffer {
  const key = readFileSync(keyFile);
  if (key.length !== KEY_BYTES) throw new Error('the key file is damaged');
  return key;
}

function getOrMakeKey(keyFile: string): Buffer {
  const isAbsent = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
  try {
    return readKey(keyFile);
  } catch (error) {
    if (!isAbsent(error)) throw new GuichetError('database-damaged', { cause: error });
    makeKey(keyFile);
    return readKey(keyFile);
  }
}

/** Whole or absent, and never replaced: of two programs that start together, both use the first one's key. */
function makeKey(keyFile: string): void {
  mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 });
  const own = `${keyFile}.${process.pid}`;
  writeFileSync(own, randomBytes(KEY_BYTES), { mode: 0o600, flush: true });
  try {
    linkSync(own, keyFile);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own);
  }
}

function seal(secret: Uint8Array, key: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  const content = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), content]);
}

function open(sealed: Uint8Array, key: Uint8Array): Uint8Array {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}
