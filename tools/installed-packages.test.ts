import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installedPackagesMatchLock } from './installed-packages.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'guichet-lock-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, packages: Record<string, object>) {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, path), JSON.stringify({ packages }));
}

const LOCKED = {
  '': { name: 'guichet' },
  'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
  'node_modules/made-for-windows': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};

test('nothing is installed in a fresh clone', () => {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: LOCKED }));

  expect(installedPackagesMatchLock(root)).toBe(false);
});

test('a package made for another system may be absent', () => {
  write('package-lock.json', LOCKED);
  write('node_modules/.package-lock.json', { 'node_modules/zod': LOCKED['node_modules/zod'] });

  expect(installedPackagesMatchLock(root)).toBe(true);
});

test('another version of a package calls for an installation', () => {
  write('package-lock.json', LOCKED);
  write('node_modules/.package-lock.json', {
    'node_modules/zod': { version: '4.6.6', integrity: 'sha512-c' },
  });

  expect(installedPackagesMatchLock(root)).toBe(false);
});

test('a package that the lock gained calls for an installation', () => {
  write('package-lock.json', LOCKED);
  write('node_modules/.package-lock.json', {});

  expect(installedPackagesMatchLock(root)).toBe(false);
});
