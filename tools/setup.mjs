// Runs under any Node from 20 on, before anything is installed: built-in modules only, and silent when nothing is missing.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedPackagesMatchLock } from './installed-packages.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Programs that the tests and the demonstration call, and the Debian packages that bring each. */
const PROGRAMS = {
  chromium: 'chromium',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  lp: 'cups-client',
  cupsd: 'cups',
  rastertopwg: 'cups-filters',
  ippeveprinter: 'cups-ipp-utils',
  'cups-pdf': 'printer-driver-cups-pdf',
  'dbus-daemon': 'dbus',
  'avahi-daemon': 'avahi-daemon',
  gcc: 'gcc libc6-dev',
  strace: 'strace',
  age: 'age',
  openssl: 'openssl',
  scanimage: 'sane-utils',
  'airscan-discover': 'sane-airscan',
};

/** Daemons are on the path of root only; what CUPS calls is on nobody's. */
const BESIDE_THE_PATH = ['/usr/sbin', '/usr/lib/cups/filter', '/usr/lib/cups/backend'];

installNodePackages();
installPrograms();

function installNodePackages() {
  if (installedPackagesMatchLock(root)) return;
  const status = run('npm', ['ci', '--loglevel=error']);
  if (status === 0) return;
  process.stderr.write(
    'Guichet : « npm ci » a échoué ; corrigez la cause affichée ci-dessus puis recommencez.\n',
  );
  process.exit(1);
}

function installPrograms() {
  const missing = Object.entries(PROGRAMS)
    .filter(([program]) => !isOnPath(program))
    .flatMap(([, debianPackages]) => debianPackages.split(' '));
  if (missing.length === 0) return;
  const mayInstall = process.getuid?.() === 0 && isOnPath('apt-get');
  if (mayInstall) {
    run('apt-get', ['update', '-qq']);
    if (run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing]) === 0) return;
  }
  // Not fatal: the program itself runs without them; only the tests and the demonstration's checks call them.
  process.stderr.write(
    `Guichet : il manque ${missing.join(', ')} ; installez ces paquets (sous Debian : sudo apt-get install ${missing.join(' ')}).\n`,
  );
}

/** @param {string} program */
function isOnPath(program) {
  return [...(process.env.PATH ?? '').split(delimiter), ...BESIDE_THE_PATH].some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Standard output stays free for the command that follows.
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // Only cmd.exe can run npm.cmd.
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.status;
}
