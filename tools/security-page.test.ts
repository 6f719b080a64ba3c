import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/security.md'), 'utf8');

test('every test that docs/security.md names to prove what it says is there', () => {
  const named = [...page.matchAll(/`([\w./-]+\.(?:test|contract)\.ts)`/g)].map(([, path = '']) => path);
  const ofHosts = new Set(
    globSync('src/main/{hosts,ports}/**/*.ts', { cwd: root }).map((path) => basename(path)),
  );
  const all = new Set(globSync('{src,tests,tools}/**/*.ts', { cwd: root }));
  const missing = named.filter((path) => !(path.includes('/') ? all.has(path) : ofHosts.has(path)));

  expect([named.length > 30, missing]).toEqual([true, []]);
});

test('the list of Electron is whole, in its order', () => {
  const points = [...page.matchAll(/^\| (\d+)\. /gm)].map(([, number]) => Number(number));

  expect(points).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});
