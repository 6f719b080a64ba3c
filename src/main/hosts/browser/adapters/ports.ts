import { join } from 'node:path';
import type { Ports } from '#main/ports/ports.ts';
import { createCupsPrinter } from '../../cups.ts';
import { createFileSecretStore } from './file-secret-store.ts';
import { noFileDialogs } from './no-file-dialogs.ts';
import { createXdgShell } from './xdg-shell.ts';

/** The machine as a plain Node process sees it: for the browser host and the command line. */
export function createBrowserPorts(options: {
  version: string;
  settingsFolder: string;
  host?: string;
}): Ports {
  return {
    appInfo: { version: options.version, host: options.host ?? 'navigateur' },
    fileDialogs: noFileDialogs,
    printer: createCupsPrinter(),
    secretStore: createFileSecretStore(join(options.settingsFolder, 'station.key')),
    shell: createXdgShell(),
  };
}
