// What an intranet feed offers: `latest.yml` beside the installer, and its signature. See docs/guides/releasing.md.
import './check-node.mjs';
import { createHash, createPrivateKey, sign } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * JSON, which is YAML too. The installer is for all clerks of the PC, so it asks for an administrator.
 * @param {{ version: string, installer: string, releasedAt: string }} release
 */
export function updateManifest({ version, installer, releasedAt }) {
  const content = readFileSync(installer);
  const url = basename(installer);
  const sha512 = createHash('sha512').update(content).digest('base64');
  const file = { url, sha512, size: content.length, isAdminRightsRequired: true };
  return JSON.stringify({ version, files: [file], path: url, sha512, releaseDate: releasedAt }, undefined, 2);
}

/**
 * @param {string} manifest
 * @param {string} privateKeyPem Ed25519
 */
export function signManifest(manifest, privateKeyPem) {
  return sign(null, Buffer.from(manifest), createPrivateKey(privateKeyPem)).toString('base64');
}

function main() {
  const { values } = parseArgs({ options: { key: { type: 'string' } } });
  if (values.key === undefined) throw new Error('--key FILE: the Ed25519 private key that signs updates');
  const root = resolve(import.meta.dirname, '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [installer] = globSync(`dist/guichet-${version}-*.exe`, { cwd: root });
  if (installer === undefined) throw new Error(`dist holds no installer of version ${version}`);
  const releasedAt = new Date().toISOString();
  const manifest = updateManifest({ version, installer: join(root, installer), releasedAt });
  writeFileSync(join(root, 'dist/latest.yml'), manifest);
  writeFileSync(join(root, 'dist/latest.yml.sig'), signManifest(manifest, readFileSync(values.key, 'utf8')));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main();
