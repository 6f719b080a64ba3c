import { expect } from 'vitest';
import { electronSpecs } from './electron-specs.ts';

electronSpecs({
  async 'the page is our own, under our own protocol'({ page }) {
    expect(page.url()).toBe('guichet://app/');
  },

  async 'the page is in a sandbox, apart from the preload, and given a transport only'({ app, page }) {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Not in Electron's types: what the window was really made with.
      const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration };
    });
    const seen = await page.evaluate(`({
      node: typeof process + typeof require,
      transport: Object.keys(window.guichetTransport),
    })`);

    expect({ preferences, seen }).toEqual({
      preferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
      seen: { node: 'undefinedundefined', transport: ['send', 'listen'] },
    });
  },

  async 'a call travels to the core and back'({ page }) {
    const reply = await page.evaluate(`new Promise((resolve) => {
      window.guichetTransport.listen((frame) => frame.includes('"id":987654') && resolve(JSON.parse(frame)));
      window.guichetTransport.send('{"kind":"call","id":987654,"method":"station.status","input":{}}');
    })`);

    expect(reply).toMatchObject({
      kind: 'reply',
      id: 987654,
      envelope: { ok: true, value: { state: 'absent' } },
    });
  },

  async 'the policy refuses inline code and remote content'({ page }) {
    const outcome = await page.evaluate(`(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.head.append(script);
      const remote = await fetch('https://exemple.invalid/').then(() => 'fetched', () => 'refused');
      return { inlineRan: window.inlineRan === true, remote };
    })()`);

    expect(outcome).toEqual({ inlineRan: false, remote: 'refused' });
  },

  async 'the page opens no window and goes nowhere else'({ app, page }) {
    await page.evaluate(
      `window.open('https://exemple.invalid/'); location.href = 'https://exemple.invalid/';`,
    );

    expect([page.url(), app.windows().length]).toEqual(['guichet://app/', 1]);
  },

  async 'no permission is granted'({ page }) {
    const outcome = await page.evaluate(
      `navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', () => 'denied')`,
    );

    expect(outcome).toBe('denied');
  },

  async 'a second start leaves the window to the first'({ app, startAgain }) {
    await expect(startAgain()).rejects.toThrow();

    expect(app.windows()).toHaveLength(1);
  },
});
