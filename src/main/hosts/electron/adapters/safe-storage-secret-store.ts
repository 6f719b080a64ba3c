import { safeStorage } from 'electron';
import { GuichetError } from '#shared/errors.ts';
import type { SecretStore } from '#main/ports/secret-store.ts';

/** Seals with the user's key of the operating system (DPAPI, keychain, Secret Service). */
export function createSafeStorageSecretStore(): SecretStore {
  return {
    strength: 'operatingSystem',
    async protect(secret) {
      await requireRealEncryption();
      return safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64'));
    },
    async reveal(sealed) {
      await requireRealEncryption();
      try {
        const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed));
        return Buffer.from(result, 'base64');
      } catch (cause) {
        throw new GuichetError('database-damaged', { cause });
      }
    },
  };
}

/**
 * Without a key ring, Chromium on Linux falls back to a password written in its source: that protects nothing, so we do
 * not pretend. Throws GuichetError `unsupported-on-this-host`.
 */
async function requireRealEncryption(): Promise<void> {
  const isBasicText =
    process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  if (isBasicText || !(await safeStorage.isAsyncEncryptionAvailable())) {
    throw new GuichetError('unsupported-on-this-host', { detail: { cause: 'safeStorage' } });
  }
}
