import type { ScannerSettingsValue } from '#shared/contract/scanners.ts';

/** Which scanner this machine uses: about the machine, so neither in the base nor in its backups. */
export interface ScannerSettings {
  read(): ScannerSettingsValue;
  /** Throws `file-unwritable`. */
  write(settings: ScannerSettingsValue): void;
}
