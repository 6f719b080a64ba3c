import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import type { App, Session, WebContents } from 'electron';

vi.mock('electron', () => ({ protocol: {} }));

const { hardenContents, hardenSession, isOpenToDebuggers } = await import('./hardening.ts');

const started = (isPackaged: boolean, ...switches: string[]) =>
  isOpenToDebuggers({
    isPackaged,
    commandLine: { hasSwitch: (name: string) => switches.includes(name) } as App['commandLine'],
  });

test('a release started for a debugger is refused, a checkout is not', () => {
  expect([
    started(true, 'remote-debugging-port'),
    started(true, 'remote-debugging-pipe'),
    started(true, 'inspect'),
    started(true, 'lang'),
    started(false, 'remote-debugging-port'),
  ]).toEqual([true, true, true, false, false]);
});

test('a session grants no permission, no dictionary, and nothing from elsewhere', () => {
  const seen: Record<string, unknown> = {};
  const session = {
    setPermissionRequestHandler: (
      handler: (contents: null, permission: string, grant: (yes: boolean) => void) => void,
    ) => handler(null, 'media', (yes) => (seen['request'] = yes)),
    setPermissionCheckHandler: (handler: () => boolean) => (seen['check'] = handler()),
    setDevicePermissionHandler: (handler: () => boolean) => (seen['device'] = handler()),
    setSpellCheckerEnabled: (enabled: boolean) => (seen['spellChecker'] = enabled),
    webRequest: {
      onBeforeRequest: (
        filter: { urls: string[] },
        handler: (details: null, answer: (action: object) => void) => void,
      ) => {
        seen['filter'] = filter.urls.map((url) => url.split(':')[0]);
        handler(null, (action) => (seen['remote'] = action));
      },
    },
  };
  hardenSession(session as unknown as Session);

  expect(seen).toEqual({
    request: false,
    check: false,
    device: false,
    spellChecker: false,
    filter: ['http', 'https', 'ws', 'wss', 'ftp', 'file'],
    remote: { cancel: true },
  });
});

class FakeContents extends EventEmitter {
  openHandler: (() => object) | undefined;
  setWindowOpenHandler(handler: () => object) {
    this.openHandler = handler;
  }
}

test('a window opens no other window', () => {
  const contents = new FakeContents();
  hardenContents(contents as unknown as WebContents);

  expect(contents.openHandler?.()).toEqual({ action: 'deny' });
});

test.for([
  ['guichet://app/', false],
  ['blob:guichet://app/6f9619ff', false],
  ['https://exemple.invalid/', true],
  ['guichet://app.exemple.invalid/', true],
  ['file:///etc/passwd', true],
  ['javascript:alert(1)', true],
  ['data:text/html,a', true],
])('navigation to %s is prevented: %s', ([url, isPrevented]) => {
  const contents = new FakeContents();
  hardenContents(contents as unknown as WebContents);
  const preventDefault = vi.fn();
  contents.emit('will-frame-navigate', { url, preventDefault });

  expect(preventDefault.mock.calls.length === 1).toBe(isPrevented);
});

test.for(['will-redirect', 'will-attach-webview'])('%s is always prevented', (name) => {
  const contents = new FakeContents();
  hardenContents(contents as unknown as WebContents);
  const preventDefault = vi.fn();
  contents.emit(name, { preventDefault });

  expect(preventDefault).toHaveBeenCalledOnce();
});
