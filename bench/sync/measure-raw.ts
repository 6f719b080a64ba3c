import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { inParallel } from '#main/sync/in-parallel.ts';
import { UPLOADS_AT_ONCE } from '#main/sync/send-blobs.ts';
import { startChild } from './child.ts';
import { SCAN_BYTES, WARM_UP } from './sizes.ts';

/** One process that hands files to another, which only hashes and fsyncs them. */
export interface RawLine {
  scansPerSecond(count: number): Promise<number>;
  close(): Promise<void>;
}

export async function openRawLine(folder: string): Promise<RawLine> {
  const receiver = startChild('./raw-process.ts', [folder]);
  const url = await receiver.ask<string>('url');
  const agent = new Agent({ keepAlive: true });
  const sendAll = (contents: readonly Buffer[]) =>
    inParallel(UPLOADS_AT_ONCE, contents, (content) => post(agent, url, content));
  await sendAll(contentsOf(WARM_UP.scans));
  return {
    async scansPerSecond(count) {
      const contents = contentsOf(count);
      const startedAtMs = performance.now();
      await sendAll(contents);
      return (count * 1000) / (performance.now() - startedAtMs);
    },
    async close() {
      agent.destroy();
      await receiver.end();
    },
  };
}

function contentsOf(count: number): Buffer[] {
  return Array.from({ length: count }, () => randomBytes(SCAN_BYTES));
}

function post(agent: Agent, url: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent }, (response) => {
      response.resume().on('end', resolve).on('error', reject);
    });
    sent.on('error', reject).end(content);
  });
}
