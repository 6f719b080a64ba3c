import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import type { WebContents } from 'electron';
import { FRAME_CHANNEL } from '#shared/wire/channel.ts';
import { decode, encode } from '#shared/wire/codec.ts';
import type { Core } from '#main/core.ts';

const { ipcMain } = vi.hoisted(() => {
  const events = process.getBuiltinModule('node:events');
  return { ipcMain: new events.EventEmitter() };
});
vi.mock('electron', () => ({ ipcMain, protocol: {} }));

const { serveIpc } = await import('./ipc.ts');

const APP_FRAME = { origin: 'guichet://app' };

class FakeContents extends EventEmitter {
  mainFrame: object = APP_FRAME;
  sent: unknown[] = [];
  closed = false;
  send(_channel: string, frame: string) {
    this.sent.push(decode(frame));
  }
  isDestroyed() {
    return false;
  }
  close() {
    this.closed = true;
  }
}

let window: FakeContents;
let calls: string[];
let announce: Parameters<Core['listen']>[0] | undefined;

beforeEach(() => {
  ipcMain.removeAllListeners();
  window = new FakeContents();
  calls = [];
  announce = undefined;
  const core: Core = {
    call(method, input) {
      calls.push(method);
      return Promise.resolve({ ok: true, value: input });
    },
    listen(listener) {
      announce = listener;
      return () => (announce = undefined);
    },
    close: () => Promise.resolve(),
  };
  serveIpc(core, window as unknown as WebContents);
});

const CALL = encode({ kind: 'call', id: 1, method: 'drafts.list', input: {} });

function receive(frame: unknown, from: { sender?: object; senderFrame?: object | null } = {}) {
  ipcMain.emit(FRAME_CHANNEL, { sender: window, senderFrame: APP_FRAME, ...from }, frame);
}

test('a call of our page is answered to our page', async () => {
  receive(CALL);

  await expect.poll(() => window.sent).toEqual([{ kind: 'reply', id: 1, envelope: { ok: true, value: {} } }]);
});

test('our page hears every event', () => {
  announce?.('drafts.changed', {});

  expect(window.sent).toEqual([{ kind: 'event', name: 'drafts.changed', payload: {} }]);
});

test('a page of another origin in our window is not heard', () => {
  window.mainFrame = { origin: 'https://exemple.invalid' };
  receive(CALL, { senderFrame: window.mainFrame });

  expect(calls).toEqual([]);
});

test.for<[string, { sender?: object; senderFrame?: object | null }]>([
  ['a frame inside our page', { senderFrame: { origin: 'guichet://app' } }],
  ['a frame already gone', { senderFrame: null }],
  ['another window', { sender: {} }],
])('%s is not heard', ([, from]) => {
  receive(CALL, from);

  expect(calls).toEqual([]);
});

test('what is not text is not heard', () => {
  for (const frame of [undefined, null, 1, {}, new Uint8Array(3)]) receive(frame);

  expect([calls, window.closed]).toEqual([[], false]);
});

test('a page that sends what our page never sends is closed', async () => {
  receive('{');

  await expect.poll(() => window.closed).toBe(true);
  expect(calls).toEqual([]);
});

test('a window that is gone is no longer answered', () => {
  window.emit('destroyed');
  receive(CALL);

  expect([calls, announce]).toEqual([[], undefined]);
});
