import { expect, test, vi } from 'vitest';

const { made } = vi.hoisted(() => ({ made: [] as { webPreferences: Record<string, unknown> }[] }));
vi.mock('electron', () => ({
  protocol: {},
  screen: { getAllDisplays: () => [] },
  BrowserWindow: class {
    loaded: string[] = [];
    constructor(options: { webPreferences: Record<string, unknown> }) {
      made.push(options);
    }
    once() {}
    on() {}
    maximize() {}
    setMinimumSize() {}
    loadURL(url: string) {
      this.loaded.push(url);
      return Promise.resolve();
    }
  },
}));
vi.mock('electron-store', () => ({
  default: class {
    get() {
      return undefined;
    }
  },
}));

const { createMainWindow, loadMainWindow } = await import('./main-window.ts');

test('the window is in a sandbox, apart from its preload, without Node, tools, webview or anything that Electron keeps off', () => {
  createMainWindow('/programme/preload.cjs');

  // Whole: an option that is added is an option that somebody looked at. What is not here has Electron's default, which is the safe one:
  // webSecurity, and neither allowRunningInsecureContent, experimentalFeatures nor enableBlinkFeatures.
  expect(made.at(-1)?.webPreferences).toEqual({
    preload: '/programme/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
    plugins: true,
  });
});

test('the window shows our own page, under our own protocol', async () => {
  const window = createMainWindow('/programme/preload.cjs');
  await loadMainWindow(window);

  expect((window as unknown as { loaded: string[] }).loaded).toEqual(['guichet://app/']);
});
