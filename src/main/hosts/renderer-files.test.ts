import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findRendererFile } from './renderer-files.ts';

let outside: string;
let folder: string;

beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'guichet-window-'));
  folder = join(outside, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(outside, 'renderer-secret'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets/été.js'), 'void 0;');
  writeFileSync(join(folder, '.env'), 'secret');
  for (const path of ['secret.json', 'renderer-secret/secret.json'])
    writeFileSync(join(outside, path), 'secret');
  symlinkSync(join(outside, 'secret.json'), join(folder, 'link.json'));
});

afterAll(() => rmSync(outside, { recursive: true, force: true }));

const contentOf = async (path: string) => {
  const file = await findRendererFile(folder, path);
  return file && { content: Buffer.from(file.content).toString(), mediaType: file.mediaType };
};

test('the root is the page', async () => {
  expect(await contentOf('/')).toEqual({ content: '<!doctype html>', mediaType: 'text/html; charset=utf-8' });
});

test('a file of the window is found by its encoded name', async () => {
  expect(await contentOf('/assets/%C3%A9t%C3%A9.js')).toEqual({
    content: 'void 0;',
    mediaType: 'text/javascript; charset=utf-8',
  });
});

test.for([
  '/../secret.json',
  '/assets/../../secret.json',
  '/..%2fsecret.json',
  '/%2e%2e/secret.json',
  '/%2e%2e%2fsecret.json',
  '/..%5csecret.json',
  '/../renderer-secret/secret.json',
  '/link.json',
  '/.env',
  '//etc/passwd',
  '/assets',
  '/assets/',
  '/absent.js',
  '/%00.js',
  '/index.html%00.js',
  '/%E0%A4%A.js',
  'http://exemple.invalid/index.html',
  '',
])('%j names nothing', async (path) => {
  expect(await contentOf(path)).toBeUndefined();
});
