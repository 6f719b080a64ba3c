import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Session } from 'electron';
import { CONTENT_SECURITY_POLICY } from '../content-security-policy.ts';

vi.mock('electron', () => ({ protocol: {} }));

const { serveApp } = await import('./app-protocol.ts');

let folder: string;
let visit: (url: string, method?: string) => Promise<Response>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-app-protocol-'));
  mkdirSync(join(folder, 'renderer'));
  writeFileSync(join(folder, 'renderer/index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'secret.json'), 'secret');
  const session = {
    protocol: {
      handle: (_scheme: string, handler: (request: Request) => Promise<Response>) => {
        visit = (url, method = 'GET') => handler(new Request(url, { method }));
      },
    },
  };
  serveApp(session as unknown as Session, join(folder, 'renderer'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the window is served with the policy of every host', async () => {
  const response = await visit('guichet://app/');

  expect({
    status: response.status,
    policy: response.headers.get('content-security-policy'),
    mediaType: response.headers.get('content-type'),
    body: await response.text(),
  }).toEqual({
    status: 200,
    policy: CONTENT_SECURITY_POLICY,
    mediaType: 'text/html; charset=utf-8',
    body: '<!doctype html>',
  });
});

test.for([
  ['guichet://other/', 'GET'],
  ['guichet://app/..%2fsecret.json', 'GET'],
  ['guichet://app/%2e%2e%2fsecret.json', 'GET'],
  ['guichet://app/', 'POST'],
] as const)('%s asked by %s is nothing', async ([url, method]) => {
  const response = await visit(url, method);

  expect([response.status, await response.text()]).toEqual([404, '']);
});
