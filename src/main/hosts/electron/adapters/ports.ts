import { join } from 'node:path';
import { app } from 'electron';
import type { Ports } from '#main/ports/ports.ts';
import { createStationScanner } from '#main/scanners/station-scanner.ts';
import { createCupsPrinter } from '../../cups.ts';
import { programFolders } from '../../program-folders.ts';
import { createScannerSettingsFile } from '../../scanner-settings-file.ts';
import { electronFileDialogs } from './electron-file-dialogs.ts';
import { createSafeStorageSecretStore } from './safe-storage-secret-store.ts';
import { electronShell } from './electron-shell.ts';
import { createWindowsPrinter } from './windows-printer.ts';

export function createElectronPorts(): Ports {
  // Beside the command line’s, not in Electron’s own store: both use the same scanner.
  const scannerSettings = createScannerSettingsFile(join(programFolders().settings, 'scanner.json'));
  return {
    appInfo: { version: app.getVersion(), host: `Electron ${process.versions['electron']}` },
    fileDialogs: electronFileDialogs,
    printer: process.platform === 'win32' ? createWindowsPrinter() : createCupsPrinter(),
    scanner: createStationScanner(scannerSettings),
    scannerSettings,
    secretStore: createSafeStorageSecretStore(),
    shell: electronShell,
  };
}
