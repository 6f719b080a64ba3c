// Starts Guichet from a checkout: in Electron where it could be downloaded, else in the default browser, on the same core.
import './check-node.mjs';
import './compile-cache.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from './build-if-needed.mjs';
import { findElectronBinary } from './electron-binary.mjs';

const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string' },
    browser: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
  },
});

const electron = values.browser ? undefined : findElectronBinary();
if (electron) startElectron(electron);
else await startBrowser();

/** @param {string} binary */
function startElectron(binary) {
  buildIfNeeded({
    projectFolder,
    script: 'build',
    sources: ['src/**', 'docs/manuel/**'],
    result: 'out/renderer/index.html',
  });
  const folder = values.data === undefined ? [] : [`--data=${values.data}`];
  const { status } = spawnSync(binary, [projectFolder, ...folder], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

async function startBrowser() {
  if (!values.browser) {
    process.stderr.write(
      'Electron n’est pas installé ici (« npx install-electron » le télécharge) : Guichet s’ouvre dans le navigateur.\n',
    );
  }
  buildIfNeeded({
    projectFolder,
    script: 'build:window',
    sources: ['src/{renderer,shared}/**', 'docs/manuel/**'],
    result: 'out/renderer/index.html',
  });
  const { keepHeapSmall } = await import('../src/main/small-heap.ts');
  keepHeapSmall();
  const { serve } = await import('../src/main/hosts/browser/serve.ts');
  const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  const port = values.port === undefined ? undefined : Number(values.port);
  const host = await serve({ version, projectFolder, port, folder: values.data });
  process.stdout.write(`Guichet est ouvert à cette adresse, jusqu’à Ctrl+C :\n${host.url}\n`);
  if (!values['no-open']) openInBrowser(host.url);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void host.close());
}

/** A machine without a browser is no failure: the address is printed. @param {string} url */
function openInBrowser(url) {
  const commands = new Map([
    ['darwin', 'open'],
    ['win32', 'explorer'],
  ]);
  spawn(commands.get(process.platform) ?? 'xdg-open', [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
