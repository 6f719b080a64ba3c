import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from './child.ts';

/** The least that could be called receiving a file: POST, SHA-256, fsync, and an answer. `raw-process.ts <folder>`. */
const folder = join(process.argv[2] ?? '', 'raw');
mkdirSync(folder, { recursive: true });

async function receive(request: IncomingMessage): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(join(folder, randomUUID()), 'w');
  try {
    for await (const part of request as AsyncIterable<Uint8Array>) {
      hash.update(part);
      await file.write(part);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

// It is asked again after minutes, in which the others had their turn.
const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
  receive(request).then(
    (sha256) => response.end(sha256),
    () => response.writeHead(500).end(),
  );
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

serve({ url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}` }, () => server.close());
