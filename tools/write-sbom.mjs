// What the program is made of, for whoever installs it: `npm run sbom` writes a CycloneDX file from the lock, without a network. npm's own
// `npm sbom --omit=dev` left out 34 of our packages, zod among them: those that something of development asks for as well.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ name?: string, version: string, integrity?: string, license?: string, dev?: boolean, devOptional?: boolean, link?: boolean,
 *   dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Locked
 */

/** Asked for by development only, and given to every office around the program. */
const CARRIER = 'node_modules/electron';

/**
 * @param {string} root
 * @param {string} atIso
 */
export function billOfMaterials(root, atIso) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  /** @type {Record<string, Locked>} */
  const packages = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const production = shippedPackages(packages);
  const refOf = (/** @type {string} */ path) =>
    path === '' ? `${name}@${version}` : purlOf(path, /** @type {Locked} */ (packages[path]));
  const components = new Map(production.map(([path, entry]) => [refOf(path), componentOf(path, entry)]));
  const dependencies = [['', /** @type {Locked} */ (packages[''])], ...production].map(([path, entry]) => ({
    ref: refOf(/** @type {string} */ (path)),
    dependsOn: [
      ...new Set(
        [
          ...neededBy(packages, /** @type {string} */ (path), /** @type {Locked} */ (entry)),
          ...(path === '' ? [CARRIER] : []),
        ]
          .map(refOf)
          .filter((ref) => components.has(ref)),
      ),
    ],
  }));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      timestamp: atIso,
      component: { type: 'application', 'bom-ref': `${name}@${version}`, name, version },
    },
    components: [...components.values()],
    // The same package twice in the tree is one here.
    dependencies: [...new Map(dependencies.map((one) => [one.ref, one])).values()],
  };
}

/**
 * Those of the lock that an office or the centre runs.
 * @param {Record<string, Locked>} packages
 */
export function shippedPackages(packages) {
  return Object.entries(packages).filter(
    ([path, { dev, devOptional, integrity }]) => (!(dev || devOptional) || path === CARRIER) && integrity,
  );
}

/**
 * @param {string} path
 * @param {Locked} entry
 */
export function nameOf(path, entry) {
  return entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/**
 * @param {string} path
 * @param {Locked} entry
 */
function purlOf(path, entry) {
  return `pkg:npm/${nameOf(path, entry).replace('@', '%40')}@${entry.version}`;
}

/**
 * @param {string} path
 * @param {Locked} entry
 */
function componentOf(path, entry) {
  const { version, license = '', integrity = '' } = entry;
  const isExpression = / (AND|OR) /.test(license);
  /** @type {{ expression?: string, license?: { id: string } }} */
  const said = isExpression ? { expression: license } : { license: { id: license } };
  return {
    type: 'library',
    'bom-ref': purlOf(path, entry),
    name: nameOf(path, entry),
    version,
    purl: purlOf(path, entry),
    hashes: [
      { alg: 'SHA-512', content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') },
    ],
    licenses: [said],
  };
}

/**
 * Where Node would find each: beside the package, or in a folder above it.
 * @param {Record<string, Locked>} packages
 * @param {string} path
 * @param {Locked} entry
 */
function neededBy(packages, path, { dependencies, optionalDependencies }) {
  return Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((wanted) => {
    for (let from = path; ; from = from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0))) {
      const found = `${from}${from === '' ? '' : '/'}node_modules/${wanted}`;
      if (packages[found]) return [found];
      if (from === '') return [];
    }
  });
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = process.argv[2] ?? join(root, 'dist', 'guichet.cdx.json');
  const bill = billOfMaterials(root, new Date().toISOString());
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify(bill, null, 2)}\n`);
  process.stdout.write(`${bill.components.length} composants écrits dans ${target}.\n`);
}
