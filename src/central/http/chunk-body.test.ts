import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import { sha256Hex } from '../canonical.ts';
import { toRefusal } from './to-refusal.ts';
import { CHUNK_TYPE, chunkOf, readChunkBodies } from './chunk-body.ts';

const LIMIT = 100_000;

/** Sends these parts without saying how long they are together; what the route saw, or its refusal. */
async function sendUnmeasured(parts: readonly Buffer[]): Promise<unknown> {
  const app = fastify();
  onTestFinished(() => app.close());
  readChunkBodies(app);
  app.setErrorHandler((error, _request, reply) => reply.code(400).send(toRefusal(error).body));
  app.post('/', { bodyLimit: LIMIT }, (incoming) => {
    const { content, sha256, isCut } = chunkOf(incoming);
    return { bytes: content.length, isRight: sha256Hex(content) === sha256, isCut };
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request({ port, method: 'POST', headers: { 'content-type': CHUNK_TYPE } }, (response) => {
      response.setEncoding('utf8').on('data', (text: string) => resolve(JSON.parse(text)));
    });
    sent.on('error', reject);
    for (const part of parts) sent.write(part);
    sent.end();
  });
}

it('reads a body that does not say its length', async () => {
  const parts = [Buffer.alloc(40_000, 1), Buffer.alloc(40_000, 2)];
  expect(await sendUnmeasured(parts)).toEqual({ bytes: 80_000, isRight: true, isCut: false });
});

it('refuses one that turns out longer than it may be', async () => {
  const parts = [Buffer.alloc(60_000, 1), Buffer.alloc(60_000, 2)];
  expect(await sendUnmeasured(parts)).toMatchObject({ code: 'too-large' });
});
