import { app } from 'electron';
import type { Ports } from '#main/ports/ports.ts';
import { createCupsPrinter } from '../../cups.ts';
import { electronFileDialogs } from './electron-file-dialogs.ts';
import { createSafeStorageSecretStore } from './safe-storage-secret-store.ts';
import { electronShell } from './electron-shell.ts';
import { createWindowsPrinter } from './windows-printer.ts';

export function createElectronPorts(): Ports {
  return {
    appInfo: { version: app.getVersion(), host: `Electron ${process.versions['electron']}` },
    fileDialogs: electronFileDialogs,
    printer: process.platform === 'win32' ? createWindowsPrinter() : createCupsPrinter(),
    secretStore: createSafeStorageSecretStore(),
    shell: electronShell,
  };
}
