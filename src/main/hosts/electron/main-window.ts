import { BrowserWindow } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';
import { keepWindowState, restoredBounds } from './window-state.ts';

/** Makes the window without loading it: whoever answers its frames must listen first. */
export function createMainWindow(preloadFile: string): BrowserWindow {
  const window = new BrowserWindow({
    ...restoredBounds(),
    title: 'Guichet',
    show: false,
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      // Chromium's PDF viewer, for the preview of a confirmation.
      plugins: true,
    },
  });
  keepWindowState(window);
  window.once('ready-to-show', () => window.show());
  return window;
}

export async function loadMainWindow(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${APP_ORIGIN}/`);
}
