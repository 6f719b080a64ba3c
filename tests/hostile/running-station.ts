import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { WebSocket, type RawData } from 'ws';
import { SOCKET_PATH, socketProtocol } from '#shared/wire/channel.ts';
import { decode, encode } from '#shared/wire/codec.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import { hostFrameSchema, type ReplyFrame } from '#shared/wire/frames.ts';
import type { Call } from './work-with-people.ts';

export interface RunningStation {
  /** All that this program may write lies below: its data, settings, temporary files, home and what it said. */
  root: string;
  pid: number;
  data: string;
  settings: string;
  call: Call;
  /** As by kill -9, without a last word. */
  kill(): Promise<void>;
  forget(): void;
}

const PROGRAM = fileURLToPath(new URL('host-process.ts', import.meta.url));
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** The real program in a process of its own, driven over its socket as its window drives it; its whole world is one folder. */
export async function startRunningStation(): Promise<RunningStation> {
  const root = mkdtempSync(join(tmpdir(), 'guichet-stolen-'));
  const place = (name: string) => {
    mkdirSync(join(root, name));
    return join(root, name);
  };
  const [temporary, home, config, logs] = ['tmp', 'home', 'config', 'logs'].map(place) as [
    string,
    string,
    string,
    string,
  ];
  const data = join(root, 'data');
  const child = spawn(process.execPath, [PROGRAM, data], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      TMPDIR: temporary,
      HOME: home,
      XDG_CONFIG_HOME: config,
      XDG_CACHE_HOME: join(home, 'cache'),
      GUICHET_CLOCK: '2026-11-20T10:00:00Z',
    },
  });
  const ended = once(child, 'exit');
  child.stderr.pipe(createWriteStream(join(logs, 'stderr.log')));
  child.stdout.pipe(createWriteStream(join(logs, 'stdout.log')));
  const line = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  if (line.done === true) throw new Error('the host did not start');
  const call = await openLine(new URL(line.value));
  return {
    root,
    pid: child.pid ?? 0,
    data,
    settings: join(config, 'guichet'),
    call,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    forget: () => rmSync(root, { recursive: true, force: true }),
  };
}

async function openLine(address: URL): Promise<Call> {
  const token = new URLSearchParams(address.hash.slice(1)).get('token') ?? '';
  const socket = new WebSocket(`ws://${address.host}${SOCKET_PATH}`, socketProtocol(token), {
    origin: address.origin,
  });
  const waiting = new Map<number, (reply: ReplyFrame) => void>();
  socket.on('message', (data: RawData) => {
    const frame = hostFrameSchema.parse(decode((data as Buffer).toString('utf8')));
    if (frame.kind === 'reply') waiting.get(frame.id)?.(frame);
  });
  // The program is killed in the end: its line breaks.
  socket.on('error', () => undefined);
  await once(socket, 'open');
  let id = 0;
  return async (method, input) => {
    id += 1;
    const own = id;
    const { envelope } = await new Promise<ReplyFrame>((resolve) => {
      waiting.set(own, resolve);
      socket.send(encode({ kind: 'call', id: own, method, input }));
    });
    waiting.delete(own);
    if (!envelope.ok) throw new Error(method, { cause: fromWireError(envelope.error) });
    return envelope.value as never;
  };
}
