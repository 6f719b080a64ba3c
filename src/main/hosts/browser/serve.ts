import { join } from 'node:path';
import { createApp } from '#main/app.ts';
import { createClock } from '#main/ports/system-clock.ts';
import { dataFolder, programFolders } from '../program-folders.ts';
import { startBrowserHost, type BrowserHost } from './browser-host.ts';

/** The browser host as `npm start` and the end-to-end tests start it, on a window already built in `out/renderer`. */
export function serve(options: {
  version: string;
  projectFolder: string;
  port?: number;
  folder?: string;
}): Promise<BrowserHost> {
  return startBrowserHost({
    version: options.version,
    port: options.port,
    rendererFolder: join(options.projectFolder, 'out/renderer'),
    settingsFolder: programFolders().settings,
    createCore: (ports) =>
      createApp({
        folder: options.folder ?? dataFolder(),
        ports,
        clock: createClock(process.env['GUICHET_CLOCK']),
      }),
  });
}
