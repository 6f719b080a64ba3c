import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { shippedComponents } from './shipped-components.mjs';
import { billOfMaterials } from './write-sbom.mjs';

interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
  hasInstallScript?: boolean;
}
interface Manifest {
  name?: string;
  license?: string | { type?: string };
  licenses?: { type?: string }[];
  allowScripts?: Record<string, boolean>;
  scripts?: Record<string, string>;
  overrides?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const root = resolve(import.meta.dirname, '..');
const read = <T>(path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
const manifest = read<Manifest>('package.json');
const lock = read<{ lockfileVersion: number; packages: Record<string, LockedPackage> }>('package-lock.json');
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

/** Our own empty package, in the place of a build tool that nobody needs. */
const OWN_STAND_IN = 'tools/no-native-build';
const isOurs = (path: string, { resolved }: LockedPackage) =>
  path.endsWith(OWN_STAND_IN) || (resolved?.endsWith(OWN_STAND_IN) ?? false);

/**
 * Whose text asks no more of an office than to keep the notice; LGPL: libvips, a library of its own beside the program; Python-2.0:
 * argparse, unchanged, under js-yaml.
 */
const ALLOWED_LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'Python-2.0',
]);

/** Every part of "A AND B" must be allowed, one of "A OR B" is enough. */
function isAllowed(licence: string): boolean {
  const text = licence.trim().replace(/^\((.*)\)$/, '$1');
  if (text.includes(' OR ')) return text.split(' OR ').some(isAllowed);
  return text.split(' AND ').every((part) => ALLOWED_LICENCES.has(part.trim()));
}

function licenceOf({ license, licenses }: Manifest): string {
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'none';
}

test('every locked package is proven by its hash, and comes from a registry over https and from nowhere else', () => {
  const wrong = packages.filter(([path, entry]) => {
    if (isOurs(path, entry)) return false;
    const isFromRegistry =
      entry.resolved === undefined || entry.resolved.startsWith('https://registry.npmjs.org/');
    return entry.link || !isFromRegistry || !/^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity ?? '');
  });

  expect([lock.lockfileVersion, packages.length > 500, wrong.map(([path]) => path)]).toEqual([3, true, []]);
});

test('our own packages are asked for by one exact version, never by an address or a folder', () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies };
  const wrong = Object.entries(asked).filter(
    ([, version]) => !/^(npm:(@[a-z0-9-]+\/)?[a-z0-9-]+@)?\d+\.\d+\.\d+(-[a-z0-9.]+)?$/.test(version),
  );

  expect([wrong, manifest.overrides]).toEqual([[], { 'cmake-js': `file:./${OWN_STAND_IN}` }]);
});

test('what office computers and the centre run has a licence that we may give with it, by its own package.json', () => {
  const production = packages.filter(
    ([path, entry]) => (!entry.dev || path === 'node_modules/electron') && !isOurs(path, entry),
  );
  // Those made for another system are not there.
  const installed = production.filter(([path]) => existsSync(join(root, path, 'package.json')));
  const refused = installed
    .map(([path]) => `${path}: ${licenceOf(read<Manifest>(join(path, 'package.json')))}`)
    .filter((line) => !isAllowed(line.slice(line.indexOf(': ') + 2)));

  expect([installed.length > 150, refused]).toEqual([true, []]);
});

test('a package runs something when it is installed only if it is named, with the reason to refuse or allow it', () => {
  const isNamed = (name: string) => Object.hasOwn(manifest.allowScripts ?? {}, name);
  const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const withScripts = packages
    .filter(([path, entry]) => entry.hasInstallScript && existsSync(join(root, path, 'package.json')))
    .map(([path]) => nameOf(path));

  expect(withScripts.filter((name) => !isNamed(name))).toEqual([]);
});

test('the bill of materials names everything that the program reaches, each with its hash and its licence', () => {
  const bill = billOfMaterials(root, '2027-01-04T09:00:00.000Z');
  const needs = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const reached = new Set<string>();
  const walk = (ref: string): void => {
    if (reached.has(ref)) return;
    reached.add(ref);
    needs.get(ref)?.forEach(walk);
  };
  walk('guichet@0.1.0');
  const direct = Object.keys(manifest.dependencies ?? {}).length;

  expect([
    needs.get('guichet@0.1.0')?.length,
    bill.components.filter((component) => !reached.has(component['bom-ref'])).map(({ name }) => name),
    bill.components.filter(({ hashes }) => hashes[0]?.content.length !== 128),
    bill.components.filter(({ licenses: [first] }) => !(first?.expression ?? first?.license?.id)),
  ]).toEqual([direct + 1, [], [], []]);
});

test('À propos has a licence to read for everything that is given with the program, fonts and lists included', () => {
  const components = shippedComponents(root);
  const names = components.map(({ name }) => name);
  const libvips = components.filter(({ name }) => name.startsWith('@img/sharp-libvips'));

  expect([
    components.length > 150,
    new Set(components.map(({ name, version }) => `${name}@${version}`)).size === components.length,
    components.filter(({ licence, texts }) => licence === '' || texts.join('').trim() === ''),
    ['react', 'zod', 'electron', 'Inter (police des écrans)'].filter((name) => !names.includes(name)),
    libvips.filter(({ texts }) => !texts.join('').includes('GNU LESSER GENERAL PUBLIC LICENSE')),
  ]).toEqual([true, true, [], [], []]);
});
