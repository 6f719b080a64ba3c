import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until.ts';

/** As Debian installs it. */
const CUPS_PDF_MODEL = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd';

export interface PrivateSpooler {
  /** What `CUPS_SERVER` must say for CUPS's commands to talk to this spooler. */
  address: string;
  addQueue(name: string, options?: { isDefault: boolean }): void;
  /** A network printer, driven as CUPS drives any of them. */
  addNetworkQueue(name: string, uri: string): void;
  /** Debian's cups-pdf, which writes what it gets in the home of who prints: it is taken from there. */
  addPdfQueue(name: string): { takeLast(): Buffer | undefined };
  removeQueue(name: string): void;
  /** Paper out, jam, door open: the queue takes jobs and prints none. */
  disable(name: string): void;
  enable(name: string): void;
  waitingJobs(): string[];
  /** The last document received, byte for byte, and what it was asked to look like (CUPS's own page log). */
  lastPrinted(): Promise<{ document: Uint8Array; pageLog: string }>;
  stop(): Promise<void>;
}

/** A real CUPS of our own in a temporary folder: real queues, real commands, no printer and no root needed. */
export async function startPrivateSpooler(): Promise<PrivateSpooler> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-cups-'));
  const address = join(folder, 'cups.sock');
  configure(folder, address);
  // `lpadmin -d` run by root writes the machine's own default too, were it not told another place.
  const own = { CUPS_SERVERROOT: folder, HOME: folder };
  const env = {
    ...process.env,
    ...own,
    CUPS_SERVER: address,
    LC_ALL: 'C',
    PATH: `${process.env.PATH}:/usr/sbin`,
  };
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const scheduler = spawn(
    'cupsd',
    ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')],
    { env, stdio: 'ignore' },
  );
  await until('the scheduler', () => run('lpstat', '-r').startsWith('scheduler is running'));

  return {
    address,
    addQueue(name, options) {
      run('lpadmin', '-p', name, '-E', '-v', 'file:///dev/null', '-m', 'raw');
      if (options?.isDefault) run('lpadmin', '-d', name);
    },
    addNetworkQueue: (name, uri) => void run('lpadmin', '-p', name, '-E', '-v', uri, '-m', 'everywhere'),
    addPdfQueue(name) {
      run('lpadmin', '-p', name, '-E', '-v', 'cups-pdf:/', '-P', CUPS_PDF_MODEL);
      return { takeLast: takeLastPdf };
    },
    removeQueue: (name) => void run('lpadmin', '-x', name),
    disable: (name) => void run('cupsdisable', name),
    enable: (name) => void run('cupsenable', name),
    waitingJobs: () =>
      run('lpstat', '-o')
        .split('\n')
        .filter((line) => line !== ''),
    async lastPrinted() {
      await until('the end of the prints', () => run('lpstat', '-o') === '');
      const spool = join(folder, 'spool');
      const document = readdirSync(spool)
        .filter((name) => name.startsWith('d'))
        .sort()
        .at(-1);
      if (document === undefined) throw new Error('nothing was printed');
      return {
        document: readFileSync(join(spool, document)),
        pageLog: readFileSync(join(folder, 'log/page'), 'utf8').trim().split('\n').at(-1) ?? '',
      };
    },
    async stop() {
      const ended = once(scheduler, 'exit');
      scheduler.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configure(folder: string, address: string): void {
  for (const name of ['spool', 'cache', 'state', 'tmp', 'log']) mkdirSync(join(folder, name));
  // Filters run as another user, who must reach the folder and write beside the rest.
  chmodSync(folder, 0o711);
  chmodSync(join(folder, 'tmp'), 0o1777);
  const openToAll = 'Order allow,deny\nAllow all\n';
  writeFileSync(
    join(folder, 'cupsd.conf'),
    `Listen ${address}\nBrowsing No\nWebInterface No\nPreserveJobFiles Yes\nDefaultAuthType None\n` +
      `<Location />\n${openToAll}</Location>\n<Location /admin>\n${openToAll}</Location>\n` +
      `<Policy default>\n<Limit All>\n${openToAll}</Limit>\n</Policy>\n`,
  );
  const places = {
    ServerRoot: '',
    RequestRoot: 'spool',
    CacheDir: 'cache',
    StateDir: 'state',
    TempDir: 'tmp',
  };
  const logs = { ErrorLog: 'log/error', AccessLog: 'log/access', PageLog: 'log/page' };
  const lines = Object.entries({ ...places, ...logs }).map(
    ([directive, name]) => `${directive} ${join(folder, name)}`,
  );
  writeFileSync(join(folder, 'cups-files.conf'), [...lines, 'FileDevice Yes', ''].join('\n'));
}

function takeLastPdf(): Buffer | undefined {
  const folder = join(homedir(), 'PDF');
  if (!existsSync(folder)) return undefined;
  const [last] = readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (last === undefined) return undefined;
  const document = readFileSync(last);
  rmSync(last);
  return document;
}
