import { GuichetError } from '#shared/errors.ts';
import { toWireError } from '#shared/wire/envelope.ts';
import type { Handlers } from '#main/context.ts';
import { scanTestPage } from './test-page.ts';

type ScannerCommands = 'scanners.list' | 'scanners.choose' | 'scanners.declare' | 'scanners.test';

export const scannerHandlers: Handlers<ScannerCommands> = {
  'scanners.list': async (_input, { ports }) => {
    const { scanners, troubles } = await ports.scanner.list();
    return { scanners, troubles: troubles.map(toWireError), settings: ports.scannerSettings.read() };
  },
  'scanners.choose': (choice, { ports: { scannerSettings } }) => {
    const settings = { ...scannerSettings.read(), chosen: choice };
    scannerSettings.write(settings);
    return settings;
  },
  'scanners.declare': ({ addresses, folder }, { ports: { scannerSettings } }) => {
    const kept = scannerSettings.read();
    const settings = {
      ...kept,
      addresses: addresses ?? kept.addresses,
      folder: folder === undefined ? kept.folder : folder,
    };
    scannerSettings.write(settings);
    return settings;
  },
  'scanners.test': ({ choice: asked }, context) => {
    const choice = asked ?? context.ports.scannerSettings.read().chosen;
    if (!choice) throw new GuichetError('no-scanner-chosen');
    return {
      jobId: context.jobs.start('scanners.test', ({ signal }) => scanTestPage(context, choice, signal)),
    };
  },
};
