import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { EventName } from '#shared/events.ts';
import { decode, encode } from '#shared/wire/codec.ts';
import { MAX_FRAME_LENGTH } from '#shared/wire/frames.ts';
import type { Core } from '#main/core.ts';
import { CONTENT_SECURITY_POLICY } from '../content-security-policy.ts';
import { startBrowserHost, type BrowserHost } from './browser-host.ts';

let folder: string;
let host: BrowserHost;
let core: Core & { announce(name: EventName, payload: unknown): void; calls: string[]; closed: boolean };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-browser-host-'));
  mkdirSync(join(folder, 'renderer'));
  writeFileSync(join(folder, 'renderer/index.html'), '<!doctype html><title>Guichet</title>');
  writeFileSync(join(folder, 'secret.json'), 'secret');
  core = createEchoCore();
  host = await startBrowserHost({
    createCore: () => core,
    rendererFolder: join(folder, 'renderer'),
    settingsFolder: join(folder, 'settings'),
    version: '0.1.0',
  });
});

afterEach(async () => {
  if (!core.closed) await host.close();
  rmSync(folder, { recursive: true, force: true });
});

function createEchoCore(): typeof core {
  const listeners = new Set<(name: EventName, payload: unknown) => void>();
  return {
    calls: [],
    closed: false,
    call(method, input) {
      this.calls.push(method);
      return Promise.resolve({ ok: true, value: input });
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      this.closed = true;
      return Promise.resolve();
    },
    announce: (name, payload) => listeners.forEach((listener) => listener(name, payload)),
  };
}

const authority = () => new URL(host.url).host;
const token = () => new URL(host.url).hash.slice('#token='.length);
const origin = () => `http://${authority()}`;

interface Visit {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
}

/** A raw request: `fetch` would tidy the path and forbid the headers that an attacker sends. */
function visit({ path = '/', method = 'GET', headers = {} }: Visit = {}) {
  const { hostname, port } = new URL(host.url);
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      const sent = request({ host: hostname, port, path, method, headers }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      sent.on('error', reject).end();
    },
  );
}

interface Door {
  path?: string;
  protocols?: string[];
  headers?: Record<string, string>;
}

function openSocket(door: Door = {}): WebSocket {
  const { path = '/wire', protocols = [`guichet.${token()}`], headers = { Origin: origin() } } = door;
  return new WebSocket(`ws://${authority()}${path}`, protocols, { headers });
}

/** How the door answers: open, or the status it was shut with. */
function knock(door: Door): Promise<string> {
  const socket = openSocket(door);
  return new Promise((resolve) => {
    socket.on('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.on('error', (error) => resolve(error.message));
  });
}

async function connected(): Promise<WebSocket> {
  const socket = openSocket();
  await new Promise((resolve) => socket.once('open', resolve));
  return socket;
}

const nextFrame = (socket: WebSocket) =>
  new Promise<unknown>((resolve) =>
    socket.once('message', (data: Buffer) => resolve(decode(data.toString()))),
  );

const closing = (socket: WebSocket) => new Promise<number>((resolve) => socket.once('close', resolve));

test('the window is served with the policy of every host', async () => {
  const { status, headers, body } = await visit();

  expect({ status, body, policy: headers['content-security-policy'] }).toEqual({
    status: 200,
    body: '<!doctype html><title>Guichet</title>',
    policy: CONTENT_SECURITY_POLICY,
  });
  expect([
    headers['x-content-type-options'],
    headers['referrer-policy'],
    headers['cross-origin-resource-policy'],
  ]).toEqual(['nosniff', 'no-referrer', 'same-origin']);
});

test('the policy allows no inline code and nothing from elsewhere', () => {
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|http|\*/);
});

test('a call comes back, bytes and all', async () => {
  const socket = await connected();
  const reply = nextFrame(socket);
  socket.send(encode({ kind: 'call', id: 1, method: 'drafts.save', input: { scan: Uint8Array.of(1, 2) } }));

  expect(await reply).toEqual({
    kind: 'reply',
    id: 1,
    envelope: { ok: true, value: { scan: Uint8Array.of(1, 2) } },
  });
});

test('every window hears every event', async () => {
  const sockets = [await connected(), await connected()];
  const heard = Promise.all(sockets.map(nextFrame));
  core.announce('drafts.changed', {});

  const event = { kind: 'event', name: 'drafts.changed', payload: {} };
  expect(await heard).toEqual([event, event]);
});

test('closing ends the sockets, the server and the program', async () => {
  const socket = await connected();
  const closed = closing(socket);
  await host.close();

  await closed;
  await expect(visit()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(core.closed).toBe(true);
});

test('each run has its own token', async () => {
  const other = await startBrowserHost({
    createCore: createEchoCore,
    rendererFolder: folder,
    settingsFolder: folder,
    version: '0.1.0',
  });
  const otherToken = new URL(other.url).hash.slice('#token='.length);
  await other.close();

  expect(await knock({ protocols: [`guichet.${otherToken}`] })).toBe('Unexpected server response: 403');
});

test.for<[string, () => Door]>([
  ['without a token', () => ({ protocols: [] })],
  ['with a wrong token', () => ({ protocols: [`guichet.${'A'.repeat(43)}`] })],
  ['with a token cut short', () => ({ protocols: [`guichet.${token().slice(0, -1)}`] })],
  ['with the token in the address', () => ({ protocols: [], path: `/wire?token=${token()}` })],
  ['on another path', () => ({ path: '/' })],
  ['from another site', () => ({ headers: { Origin: 'https://exemple.invalid' } })],
  ['from another port of this machine', () => ({ headers: { Origin: 'http://127.0.0.1:1' } })],
  ['from a file', () => ({ headers: { Origin: 'null' } })],
  ['without an origin', () => ({ headers: {} })],
  ['for a name rebound to this machine', () => ({ headers: { Origin: origin(), Host: 'exemple.invalid' } })],
  [
    'for localhost',
    () => ({ headers: { Origin: origin(), Host: authority().replace('127.0.0.1', 'localhost') } }),
  ],
])('a socket opened %s is refused', async ([, door]) => {
  expect(await knock(door())).toBe('Unexpected server response: 403');
});

test.for<[string, () => Visit, number]>([
  ['for a name rebound to this machine', () => ({ headers: { Host: 'exemple.invalid' } }), 403],
  [
    'from a page of another site',
    () => ({ headers: { Host: authority(), Origin: 'https://exemple.invalid' } }),
    403,
  ],
  ['that writes', () => ({ method: 'POST' }), 405],
  ['that climbs out of the window’s folder', () => ({ path: '/../secret.json' }), 404],
  ['that climbs out, encoded', () => ({ path: '/%2e%2e%2fsecret.json' }), 404],
  ['that names another server', () => ({ path: 'http://exemple.invalid/index.html' }), 404],
])('a request %s is refused', async ([, attempt, status]) => {
  expect(await visit(attempt())).toMatchObject({ status, body: '' });
});

test.for<[string, string | Uint8Array, number]>([
  ['is not JSON', '{', 1008],
  ['is not a call', encode({ kind: 'event', name: 'drafts.changed', payload: {} }), 1008],
  ['says more than a call', encode({ kind: 'call', id: 1, method: 'a', input: {}, admin: true }), 1008],
  ['exhausts the stack', '['.repeat(200_000) + ']'.repeat(200_000), 1008],
  ['is binary', Uint8Array.of(1, 2, 3), 1003],
])('a frame that %s ends its socket and reaches nobody', async ([, frame, code]) => {
  const socket = await connected();
  const closed = closing(socket);
  socket.send(frame);

  expect([await closed, core.calls]).toEqual([code, []]);
});

test('a frame too long ends its socket before it is read', async () => {
  const socket = await connected();
  socket.on('error', () => undefined);
  const closed = closing(socket);
  socket.send(Buffer.alloc(MAX_FRAME_LENGTH + 1, ' '), { binary: false });

  expect([await closed, core.calls]).toEqual([1009, []]);
});

test('one window that misbehaves does not disturb another', async () => {
  const [hostile, honest] = [await connected(), await connected()];
  hostile.send('{');
  await closing(hostile);
  const reply = nextFrame(honest);
  honest.send(encode({ kind: 'call', id: 2, method: 'drafts.list', input: {} }));

  expect(await reply).toEqual({ kind: 'reply', id: 2, envelope: { ok: true, value: {} } });
});
