import { app, dialog, session } from 'electron';
import type { Core } from '#main/core.ts';
import type { Ports } from '#main/ports/ports.ts';
import { createElectronPorts } from './adapters/ports.ts';
import { declareAppScheme, serveApp } from './app-protocol.ts';
import { hardenContents, hardenSession, isOpenToDebuggers } from './hardening.ts';
import { serveIpc } from './ipc.ts';
import { createMainWindow, loadMainWindow } from './main-window.ts';
import { installMenu } from './menu.ts';
import type { ReadyUpdate } from './updates/intranet-update.ts';
import { lookForUpdate } from './updates/look-for-update.ts';
import { offerUpdate } from './updates/offer-update.ts';

export interface ElectronHostOptions {
  /** Builds the program on this host's ports; the host closes it. */
  createCore(ports: Ports): Core | Promise<Core>;
  /** The built window. */
  rendererFolder: string;
  preloadFile: string;
}

/** Carries the program in one window. A second start of the program brings that window to the front. */
export async function startElectronHost(options: ElectronHostOptions): Promise<void> {
  if (isOpenToDebuggers(app) || !app.requestSingleInstanceLock()) return app.exit(1);
  declareAppScheme();
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  try {
    await app.whenReady();
    await openProgram(options);
  } catch (error) {
    // Without a window yet, a dialog is the only place to say it.
    dialog.showErrorBox('Guichet n’a pas pu démarrer', String(error));
    app.exit(1);
  }
}

async function openProgram(options: ElectronHostOptions): Promise<void> {
  hardenSession(session.defaultSession);
  serveApp(session.defaultSession, options.rendererFolder);
  installMenu();
  const core = await options.createCore(createElectronPorts());
  const found: { update?: ReadyUpdate | undefined } = {};
  const startedAgain = new AbortController();
  closeWithApp(core, async () => {
    if (found.update) await offerUpdate(found.update, startedAgain.signal);
    if (startedAgain.signal.aborted) app.relaunch();
  });
  await openWindow(core, options.preloadFile, () => startedAgain.abort());
  // Whatever it meets, the program is open.
  found.update = await lookForUpdate().catch(() => undefined);
}

/** `onStartWithout` once the window is gone: this start still ends, and only it may hold the lock. */
async function openWindow(core: Core, preloadFile: string, onStartWithout: () => void): Promise<void> {
  const window = createMainWindow(preloadFile);
  serveIpc(core, window.webContents);
  app.on('second-instance', () => {
    if (window.isDestroyed()) return onStartWithout();
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  await loadMainWindow(window);
}

/** Closing the window ends the program, on every system: a counter PC must not keep an unlocked station in the background. */
function closeWithApp(core: Core, atTheEnd: () => Promise<void>): void {
  let closed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    const end = () => {
      closed = true;
      app.quit();
    };
    void core.close().finally(atTheEnd).finally(end);
  });
}
