import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { scannerSettingsSchema, type ScannerSettingsValue } from '#shared/contract/scanners.ts';
import { GuichetError } from '#shared/errors.ts';
import type { ScannerSettings } from '#main/ports/scanner-settings.ts';

/** A file of the program's settings folder, the same for the window and the command line. One that is absent or damaged says nothing. */
export function createScannerSettingsFile(path: string): ScannerSettings {
  return {
    read() {
      try {
        return scannerSettingsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch {
        return scannerSettingsSchema.parse({});
      }
    },
    write: (settings) => writeWhole(path, settings),
  };
}

function writeWhole(path: string, settings: ScannerSettingsValue): void {
  const own = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(own, JSON.stringify(settings, undefined, 2), { mode: 0o600, flush: true });
    renameSync(own, path);
  } catch (cause) {
    throw new GuichetError('file-unwritable', { detail: { cause: path }, cause });
  }
}
