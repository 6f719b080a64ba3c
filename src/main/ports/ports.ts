import type { AppInfo } from './app-info.ts';
import type { FirstStepsMemory } from './first-steps-memory.ts';
import type { FileDialogs } from './file-dialogs.ts';
import type { Printer } from './printer.ts';
import type { PrinterSettings } from './printer-settings.ts';
import type { Scanner } from './scanner.ts';
import type { ScannerSettings } from './scanner-settings.ts';
import type { SecretStore } from './secret-store.ts';
import type { Shell } from './shell.ts';

/** What the core asks of the machine around it. Each host brings its adapters; all pass the same contract tests. */
export interface Ports {
  appInfo: AppInfo;
  fileDialogs: FileDialogs;
  firstSteps: FirstStepsMemory;
  printer: Printer;
  printerSettings: PrinterSettings;
  scanner: Scanner;
  scannerSettings: ScannerSettings;
  secretStore: SecretStore;
  shell: Shell;
}
