// What is given to offices, as people read it in À propos: each component with its version, its licence and the texts of it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf, shippedPackages } from './write-sbom.mjs';

/**
 * @typedef {{ name: string, version: string, licence: string, texts: string[] }} Component
 * @typedef {{ name: string, version: string, licence: string, texts: number[] }} ListedComponent
 */

const LICENCE_FILE = /^(licen[cs]e|copying|copyright|notice)/i;

/**
 * The packages of this machine: those made for another system are not given with it.
 * @param {string} root
 * @returns {Component[]}
 */
export function shippedComponents(root) {
  const packages = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const ofPackages = shippedPackages(packages)
    .filter(([path]) => existsSync(join(root, path)))
    .map(([path, entry]) => componentAt(root, path, nameOf(path, entry), entry));
  // The same package twice in the tree is one here.
  const once = new Map(
    [...ofPackages, ...withoutPackage(root)].map((one) => [`${one.name}@${one.version}`, one]),
  );
  return [...once.values()].sort((one, other) => one.name.localeCompare(other.name));
}

/**
 * @param {string} root
 * @param {string} path
 * @param {string} name
 * @param {{ version: string, license?: string }} entry
 * @returns {Component}
 */
function componentAt(root, path, name, { version, license = '' }) {
  const own = readdirSync(join(root, path))
    .filter((file) => LICENCE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(join(root, path, file), 'utf8'));
  const texts = own.length > 0 ? own : [...saidInReadme(join(root, path)), ...standardTexts(root, license)];
  return { name, version, licence: license, texts };
}

/**
 * What a README says of the licence, copyright notices and libraries inside included.
 * @param {string} folder
 */
function saidInReadme(folder) {
  const file = readdirSync(folder).find((name) => /^readme/i.test(name));
  const readme = file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
  return (
    readme
      .split(/^(?=## )/m)
      .filter((section) => /^## Licen[cs]/i.test(section))
      // The columns of a table are wide for an editor, not for a screen.
      .map((section) => section.replace(/ {2,}/g, ' ').replace(/-{4,}/g, '---').trim())
  );
}

/**
 * Of `A AND B`, both.
 * @param {string} root
 * @param {string} licence
 */
function standardTexts(root, licence) {
  return licence
    .split(/ AND | OR |[()]/)
    .map((id) => join(root, 'assets/licences', `${id}.txt`))
    .filter(existsSync)
    .map((file) => readFileSync(file, 'utf8'));
}

/**
 * Fonts, lists, and libraries compiled into a package that says nothing of them.
 * @param {string} root
 * @returns {Component[]}
 */
function withoutPackage(root) {
  const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
  const inter = JSON.parse(read('node_modules/@fontsource-variable/inter/package.json'));
  const apache = standardTexts(root, 'Apache-2.0');
  return [
    {
      name: 'Inter (police des écrans)',
      version: inter.version,
      licence: 'OFL-1.1',
      texts: [read('node_modules/@fontsource-variable/inter/LICENSE')],
    },
    {
      name: 'Atkinson Hyperlegible (police des confirmations)',
      version: '',
      licence: 'OFL-1.1',
      texts: [read('assets/fonts/OFL-AtkinsonHyperlegible.txt')],
    },
    {
      name: 'Noto Sans (police des confirmations)',
      version: '',
      licence: 'OFL-1.1',
      texts: [read('assets/fonts/OFL-NotoSans.txt')],
    },
    {
      name: 'Listes de référence (communes, académies, diplômes, épreuves)',
      version: '',
      licence: 'Licence Ouverte 2.0',
      texts: [
        'Sources : INSEE (code officiel géographique), La Poste, ministère de l’Éducation nationale (data.education.gouv.fr).\n' +
          'Licence Ouverte / Open Licence 2.0, https://www.etalab.gouv.fr/licence-ouverte-open-licence.\n' +
          'L’écran Référentiel dit la source et la date de chaque liste.',
      ],
    },
    { name: 'PDFium (dans @hyzyla/pdfium)', version: '', licence: 'Apache-2.0', texts: apache },
    { name: 'ZXing-C++ (dans zxing-wasm)', version: '', licence: 'Apache-2.0', texts: apache },
    {
      name: 'SQLite (dans better-sqlite3-multiple-ciphers)',
      version: '',
      licence: 'Domaine public',
      texts: ['The author disclaims copyright to this source code. https://sqlite.org/copyright.html'],
    },
    {
      name: 'libjpeg-turbo (dans @julusian/jpeg-turbo)',
      version: '',
      licence: 'IJG AND BSD-3-Clause',
      texts: ['This software is based in part on the work of the Independent JPEG Group.'],
    },
  ];
}

/**
 * Each text once, whoever shares it: most of the Apache licences are one.
 * @param {readonly Component[]} components
 */
export function withTextsApart(components) {
  /** @type {Map<string, number>} */
  const places = new Map();
  const placeOf = (/** @type {string} */ text) => {
    const found = places.get(text) ?? places.size;
    places.set(text, found);
    return found;
  };
  const listed = components.map((one) => ({ ...one, texts: one.texts.map((text) => placeOf(text.trim())) }));
  return { components: listed, texts: [...places.keys()] };
}

/**
 * Which sources the window was built from, where git knows; `+` when something of them was not yet committed.
 * @param {string} root
 */
function commitOf(root) {
  const git = (/** @type {string[]} */ ...args) =>
    spawnSync('git', ['-C', root, ...args], { encoding: 'utf8' }).stdout?.trim() ?? '';
  const [id, date] = git('log', '-1', '--format=%h %cs').split(' ');
  if (!id || !date) return undefined;
  return { id: git('status', '--porcelain', '--untracked-files=no') ? `${id}+` : id, date };
}

const MODULE = 'virtual:shipped-components';

/**
 * Gives the window a module of its own for À propos: half a megabyte that no other screen waits for.
 * @param {string} root
 * @returns {import('vite').Plugin}
 */
export function shippedComponentsModule(root) {
  return {
    name: 'shipped-components',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) =>
      id === `\0${MODULE}`
        ? `export default ${JSON.stringify({ commit: commitOf(root), ...withTextsApart(shippedComponents(root)) })}`
        : undefined,
  };
}
