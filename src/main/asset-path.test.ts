import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { assetPath } from './asset-path.ts';

const module = fileURLToPath(new URL('./asset-path.ts', import.meta.url));

/** The folder is settled once for each process, hence a process for each case. */
function pathInAnotherProcess(before: string, env: Record<string, string> = {}): string {
  const script = `${before}; const { assetPath } = await import(${JSON.stringify(module)}); process.stdout.write(assetPath('x.json'));`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
}

test('in the source tree, assets are those of the project', () => {
  expect(existsSync(assetPath('reference/academies.json'))).toBe(true);
});

test('GUICHET_ASSETS names another folder', () => {
  expect(pathInAnotherProcess('', { GUICHET_ASSETS: '/srv/guichet' })).toBe('/srv/guichet/x.json');
});

test('resources without our assets, as Electron has in development, are passed over', () => {
  expect(pathInAnotherProcess("process.resourcesPath = '/nowhere'")).toBe(assetPath('x.json'));
});
