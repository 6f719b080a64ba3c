import { join } from 'node:path';
import { createApp } from './app.ts';
import { startElectronHost } from './hosts/electron/electron-host.ts';
import { dataFolder } from './hosts/program-folders.ts';
import { createClock } from './ports/system-clock.ts';
import { keepHeapSmall } from './small-heap.ts';

keepHeapSmall();

// Not awaited: Electron becomes ready only once this module is loaded. Paths are those of the built out/main/index.js.
void startElectronHost({
  rendererFolder: join(import.meta.dirname, '../renderer'),
  preloadFile: join(import.meta.dirname, '../preload/preload.cjs'),
  createCore: (ports) =>
    createApp({ folder: dataFolder(), ports, clock: createClock(process.env['GUICHET_CLOCK']) }),
});
