import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

interface Running {
  child: ChildProcess;
  folder: string;
  databaseUrl: string;
}

const PROGRAM = fileURLToPath(new URL('postgres-process.ts', import.meta.url));

/**
 * One PostgreSQL for each worker of a run, started when a test file first asks. Not one for all: what a counter is told of the
 * others waits for every open transaction of the server, and two files at once would wait for each other.
 */
export default async function openPostgresDoor({ provide }: TestProject): Promise<() => Promise<void>> {
  const servers = new Map<string, Promise<Running>>();
  const door = createServer((request, response) => {
    const worker = request.url ?? '';
    const server = servers.get(worker) ?? start();
    servers.set(worker, server);
    server.then(
      ({ databaseUrl }) => response.end(databaseUrl),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  provide('postgresDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    door.closeAllConnections();
    door.close();
    for (const server of await Promise.allSettled(servers.values()))
      if (server.status === 'fulfilled') await stop(server.value);
  };
}

async function start(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-postgres-'));
  const child = spawn(process.execPath, [PROGRAM, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const databaseUrl of createInterface({ input: child.stdout }))
    return { child, folder, databaseUrl };
  throw new Error('PostgreSQL did not start');
}

async function stop({ child, folder }: Running): Promise<void> {
  const ended = once(child, 'exit');
  child.stdin?.end();
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
