import type { PrinterSettingsValue } from '#shared/contract/printing.ts';

/** Which printer this machine uses: about the machine, so neither in the base nor in its backups. */
export interface PrinterSettings {
  read(): PrinterSettingsValue;
  /** Throws `file-unwritable`. */
  write(settings: PrinterSettingsValue): void;
}
