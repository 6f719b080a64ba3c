import { join } from 'node:path';
import { app } from 'electron';
import { printerSettingsSchema } from '#shared/contract/printing.ts';
import { scannerSettingsSchema } from '#shared/contract/scanners.ts';
import { firstStepsSchema } from '#shared/contract/station.ts';
import type { Ports } from '#main/ports/ports.ts';
import { createStationScanner } from '#main/scanners/station-scanner.ts';
import { createCupsPrinter } from '../../cups/cups-printer.ts';
import { programFolders } from '../../program-folders.ts';
import { createSettingsFile } from '../../settings-file.ts';
import { electronFileDialogs } from './electron-file-dialogs.ts';
import { createSafeStorageSecretStore } from './safe-storage-secret-store.ts';
import { electronShell } from './electron-shell.ts';
import { createWindowsPrinter } from './windows-printer.ts';

export function createElectronPorts(): Ports {
  // Beside the command line’s, not in Electron’s own store: both use the same scanner.
  const { settings } = programFolders();
  const scannerSettings = createSettingsFile(join(settings, 'scanner.json'), scannerSettingsSchema);
  return {
    appInfo: { version: app.getVersion(), host: `Electron ${process.versions['electron']}` },
    fileDialogs: electronFileDialogs,
    firstSteps: createSettingsFile(join(settings, 'first-steps.json'), firstStepsSchema),
    printer: process.platform === 'win32' ? createWindowsPrinter() : createCupsPrinter(),
    printerSettings: createSettingsFile(join(settings, 'printer.json'), printerSettingsSchema),
    scanner: createStationScanner(scannerSettings),
    scannerSettings,
    secretStore: createSafeStorageSecretStore(),
    shell: electronShell,
  };
}
