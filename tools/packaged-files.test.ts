import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';

interface LockedPackage {
  dev?: boolean;
  devOptional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}
type Platform = 'linux' | 'win';
type Configuration = { files: string[] } & Record<Platform, { files: string[] }>;
type Filter = (file: string, stat: { isDirectory(): boolean; isSymbolicLink(): boolean }) => boolean;

const root = resolve(import.meta.dirname, '..');
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
/** What electron-builder judges files by; it has no public door to it. */
const { getNodeModuleFileMatcher } = builder('app-builder-lib/out/fileMatcher.js') as {
  getNodeModuleFileMatcher(
    folder: string,
    to: string,
    expand: (text: string) => string,
    platform: { files: string[] },
    packager: { config: Configuration; debugLogger: { isEnabled: boolean } },
  ): { createFilter(): Filter };
};
const { getConfig } = builder('app-builder-lib/out/util/config/config.js') as {
  getConfig(folder: string, file: string, options: null): Promise<Configuration>;
};
const lock = (
  JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  }
).packages;

let configuration: Configuration;
beforeAll(async () => {
  configuration = await getConfig(root, 'electron-builder.yml', null);
});

const aFile = { isDirectory: () => false, isSymbolicLink: () => false };

function shippedOn(platform: Platform): (path: string) => boolean {
  const same = (text: string) => text;
  const packager = { config: configuration, debugLogger: { isEnabled: false } };
  const matcher = getNodeModuleFileMatcher(root, root, same, configuration[platform], packager);
  const filter = matcher.createFilter();
  return (path) => filter(join(root, path), aFile);
}

/** Only for building native modules, which come built; and sharp for a browser. */
const NEVER = /\/(node-addon-api|cmake-js|sharp-wasm32)$/;

/** Packages that the main process names, and electron's own is inside Electron. */
function namedByMain(): string[] {
  const sources = globSync('src/{main,shared,preload}/**/*.ts', { cwd: root }).filter(
    (file) => !/\.(test|contract)\.ts$|hosts\/browser\//.test(file),
  );
  const names = sources.flatMap((file) =>
    ts
      .preProcessFile(readFileSync(join(root, file), 'utf8'))
      .importedFiles.map(({ fileName }) => /^(@[^/]+\/)?[^/]+/.exec(fileName)?.[0] ?? ''),
  );
  return [...new Set(names)].filter(
    (name) => Object.hasOwn(lock, `node_modules/${name}`) && name !== 'electron',
  );
}

/** Everything those packages need in turn, as paths of the lock. */
function reachedFrom(names: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const walk = (from: string, name: string): void => {
    const path = find(from, name);
    if (path === undefined || reached.has(path) || NEVER.test(path)) return;
    reached.add(path);
    const { dependencies, optionalDependencies } = lock[path] ?? {};
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) walk(path, next);
  };
  for (const name of names) walk('', name);
  return reached;
}

function find(from: string, name: string): string | undefined {
  const here = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (Object.hasOwn(lock, here)) return here;
  return from === '' ? undefined : find(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

const SYSTEMS = { linux: 'linux', win: 'win32' } as const;

function isFor({ os, cpu, libc }: LockedPackage, platform: Platform): boolean {
  return (
    (os?.includes(SYSTEMS[platform]) ?? true) &&
    (cpu?.includes('x64') ?? true) &&
    (libc?.includes('glibc') ?? true)
  );
}

describe.each(['linux', 'win'] as const)('the package of %s', (platform) => {
  it('holds what the main process reaches, made for that system, and no other package', () => {
    const isShipped = shippedOn(platform);
    const reached = reachedFrom(namedByMain());
    const production = Object.keys(lock).filter((path) => {
      const entry = lock[path];
      return path.startsWith('node_modules/') && entry && !entry.dev && !entry.devOptional;
    });
    const wanted = [...reached].filter((path) => isFor(lock[path] ?? {}, platform));
    const shipped = production.filter((path) => isShipped(join(path, 'package.json')));
    expect([wanted.length > 60, shipped.sort()]).toEqual([true, wanted.sort()]);
  });

  it('holds the native modules of that system alone', () => {
    const isShipped = shippedOn(platform);
    const native = globSync('node_modules/{better-sqlite3,@julusian/jpeg-turbo}/prebuilds/**/*.node', {
      cwd: root,
    });
    const system = SYSTEMS[platform];
    expect(native.filter(isShipped).sort()).toEqual([
      `node_modules/@julusian/jpeg-turbo/prebuilds/jpeg-turbo-${system}-x64/node-napi-v7.node`,
      `node_modules/better-sqlite3/prebuilds/${system}-x64.node`,
    ]);
  });

  it('takes nothing of the checkout besides what is built', () => {
    const named = configuration[platform].files.filter((pattern) => !pattern.startsWith('!'));
    expect([named, existsSync(join(root, 'assets/update/app-update.yml'))]).toEqual([['package.json'], true]);
  });
});
