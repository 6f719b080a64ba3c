import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testAppInfo } from '#main/ports/app-info.contract.ts';
import { testFileDialogs } from '#main/ports/file-dialogs.contract.ts';
import { testSecretStore } from '#main/ports/secret-store.contract.ts';
import { testShell } from '#main/ports/shell.contract.ts';
import type { SecretStore } from '#main/ports/secret-store.ts';

/** What Electron would do, as little of it as these adapters see. */
const machine = { user: 'here', backend: 'gnome_libsecret', opened: [] as string[], chosenPath: '' };

/** Authenticated encryption under the current user's key, as a key ring does. */
const keyOf = (user: string) => createHash('sha256').update(user).digest();

vi.mock('electron', () => ({
  app: { getVersion: () => '0.1.0' },
  BrowserWindow: class {},
  session: {},
  shell: {
    openExternal: (url: string) => {
      machine.opened.push(url);
      return Promise.resolve();
    },
  },
  dialog: {
    showSaveDialog: () =>
      Promise.resolve({ canceled: machine.chosenPath === '', filePath: machine.chosenPath }),
    showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [tmpdir()] }),
  },
  safeStorage: {
    getSelectedStorageBackend: () => machine.backend,
    isAsyncEncryptionAvailable: () => Promise.resolve(machine.backend !== 'unknown'),
    encryptStringAsync(text: string) {
      const cipher = createCipheriv('aes-256-gcm', keyOf(machine.user), Buffer.alloc(12));
      return Promise.resolve(
        Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]),
      );
    },
    async decryptStringAsync(sealed: Buffer) {
      const decipher = createDecipheriv('aes-256-gcm', keyOf(machine.user), Buffer.alloc(12));
      decipher.setAuthTag(sealed.subarray(-16));
      return { result: decipher.update(sealed.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8') };
    },
  },
}));

const { createElectronPorts } = await import('./ports.ts');
const { electronFileDialogs } = await import('./electron-file-dialogs.ts');
const { electronShell } = await import('./electron-shell.ts');
const { createSafeStorageSecretStore } = await import('./safe-storage-secret-store.ts');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-electron-'));
  Object.assign(machine, {
    user: 'here',
    backend: 'gnome_libsecret',
    opened: [],
    chosenPath: join(folder, 'export.csv'),
  });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

testAppInfo('Electron', () => createElectronPorts().appInfo);

testFileDialogs('Electron', () => electronFileDialogs);

test('a clerk who gives up saves nothing', async () => {
  machine.chosenPath = '';

  expect(await electronFileDialogs.saveAs('export.csv', new Uint8Array(3))).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});

testShell('Electron', () => ({ shell: electronShell, opened: () => Promise.resolve(machine.opened) }));

testSecretStore('the system’s key ring', () => ({
  store: createSafeStorageSecretStore(),
  elsewhere: asUser('elsewhere', createSafeStorageSecretStore()),
}));

function asUser(user: string, store: SecretStore): SecretStore {
  const as = async <Result>(act: () => Promise<Result>) => {
    const previous = machine.user;
    machine.user = user;
    return act().finally(() => (machine.user = previous));
  };
  return {
    strength: store.strength,
    protect: (secret) => as(() => store.protect(secret)),
    reveal: (sealed) => as(() => store.reveal(sealed)),
  };
}

test.for(['basic_text', 'unknown'])(
  'a system whose key ring is %s protects nothing, and is refused',
  async (backend) => {
    machine.backend = backend;
    const store = createSafeStorageSecretStore();

    await expect(store.protect(new Uint8Array(32))).rejects.toMatchObject({
      code: 'unsupported-on-this-host',
    });
    await expect(store.reveal(new Uint8Array(32))).rejects.toMatchObject({
      code: 'unsupported-on-this-host',
    });
  },
);
