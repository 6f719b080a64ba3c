import { join } from 'node:path';
import { printerSettingsSchema } from '#shared/contract/printing.ts';
import { scannerSettingsSchema } from '#shared/contract/scanners.ts';
import { firstStepsSchema } from '#shared/contract/station.ts';
import type { Ports } from '#main/ports/ports.ts';
import type { ScannerSettings } from '#main/ports/scanner-settings.ts';
import { createStationScanner } from '#main/scanners/station-scanner.ts';
import { createCupsPrinter } from '../../cups/cups-printer.ts';
import { createSettingsFile } from '../../settings-file.ts';
import { createFileSecretStore } from './file-secret-store.ts';
import { noFileDialogs } from './no-file-dialogs.ts';
import { createXdgShell } from './xdg-shell.ts';

/** The machine as a plain Node process sees it: for the browser host and the command line. */
export function createBrowserPorts(options: {
  version: string;
  settingsFolder: string;
  host?: string;
  /** In place of what this machine keeps. */
  scannerSettings?: ScannerSettings;
}): Ports {
  const scannerSettings =
    options.scannerSettings ??
    createSettingsFile(join(options.settingsFolder, 'scanner.json'), scannerSettingsSchema);
  return {
    appInfo: { version: options.version, host: options.host ?? 'navigateur' },
    fileDialogs: noFileDialogs,
    firstSteps: createSettingsFile(join(options.settingsFolder, 'first-steps.json'), firstStepsSchema),
    printer: createCupsPrinter(),
    printerSettings: createSettingsFile(join(options.settingsFolder, 'printer.json'), printerSettingsSchema),
    scanner: createStationScanner(scannerSettings),
    scannerSettings,
    secretStore: createFileSecretStore(join(options.settingsFolder, 'station.key')),
    shell: createXdgShell(),
  };
}
