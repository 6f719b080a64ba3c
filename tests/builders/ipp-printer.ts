import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until.ts';

export interface IppPrinter {
  /** Where CUPS reaches it. */
  uri: string;
  /** The last document that came, as it came, and which sides of the paper were asked for. */
  last(): { document: Buffer; sides: string } | undefined;
  stop(): Promise<void>;
}

/**
 * A two-sided network printer without paper: CUPS's own `ippeveprinter`. It will not start without a mDNS responder, nor that one without a
 * message bus: both are of our own here, on the loopback, and nothing of the machine's is touched.
 */
export async function startIppPrinter(name: string): Promise<IppPrinter> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-ipp-'));
  const bus = `unix:path=${join(folder, 'bus')}`;
  const log: string[] = [];
  const running: ChildProcess[] = [];
  const start = (command: string, ...args: string[]) => {
    const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin`, DBUS_SYSTEM_BUS_ADDRESS: bus };
    const child = spawn(command, args, { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (part: Buffer) => log.push(part.toString()));
    child.stderr.on('data', (part: Buffer) => log.push(part.toString()));
    running.push(child);
  };
  const heard = (words: string) => log.join('').includes(words);

  start('dbus-daemon', '--session', '--nofork', '--nopidfile', `--address=${bus}`, '--print-address');
  await until('the message bus', () => heard('unix:path='));
  writeFileSync(join(folder, 'avahi.conf'), '[server]\nallow-interfaces=lo\nuse-ipv6=no\n');
  start('avahi-daemon', '-f', join(folder, 'avahi.conf'), '--no-drop-root', '--no-chroot', '--no-proc-title');
  await until('the mDNS responder', () => heard('Server startup complete'));
  const port = await freePort();
  const paper = mkdtempSync(join(folder, 'paper-'));
  start(
    'ippeveprinter',
    ...[
      '-2',
      '-k',
      '-vvv',
      '-f',
      'application/pdf',
      '-d',
      paper,
      '-p',
      String(port),
      '-n',
      'localhost',
      name,
    ],
  );
  await until('the printer', () => heard('which-jobs-supported'));

  return {
    uri: `ipp://localhost:${port}/ipp/print`,
    last() {
      const [file] = readdirSync(paper).sort().toReversed();
      if (file === undefined) return undefined;
      // What CUPS orders of the paper comes with the job, before the document.
      const sides = [...log.join('').matchAll(/^\s*sides \(keyword\) (\S+)$/gm)].at(-1)?.[1];
      return { document: readFileSync(join(paper, file)), sides: sides ?? '' };
    },
    async stop() {
      for (const child of running.toReversed()) {
        const ended = once(child, 'exit');
        if (child.exitCode === null && child.kill()) await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}
