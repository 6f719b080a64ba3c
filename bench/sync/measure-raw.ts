import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { inParallel } from '#main/sync/in-parallel.ts';
import { UPLOADS_AT_ONCE } from '#main/sync/send-blobs.ts';
import { startChild } from './child.ts';
import { WARM_UP } from './sizes.ts';

/** Files a second that one process can hand to another which only hashes and fsyncs them. */
export async function rawScansPerSecond(folder: string, count: number, bytes: number): Promise<number> {
  const receiver = startChild('./raw-process.ts', [folder]);
  const url = await receiver.ask<string>('url');
  const contents = Array.from({ length: count }, () => randomBytes(bytes));
  const agent = new Agent({ keepAlive: true });
  const [first = Buffer.alloc(0)] = contents;
  const warmUp = Array.from({ length: WARM_UP.scans }, () => first);
  await inParallel(UPLOADS_AT_ONCE, warmUp, (content) => post(agent, url, content));
  const startedAtMs = performance.now();
  await inParallel(UPLOADS_AT_ONCE, contents, (content) => post(agent, url, content));
  const seconds = (performance.now() - startedAtMs) / 1000;
  agent.destroy();
  await receiver.end();
  return count / seconds;
}

function post(agent: Agent, url: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent }, (response) => {
      response.resume().on('end', resolve).on('error', reject);
    });
    sent.on('error', reject).end(content);
  });
}
