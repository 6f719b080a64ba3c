import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';
import { BATCH_TYPE, MAX_BATCH_REQUEST_BYTES } from '#shared/protocol/batch.ts';
import { sha256Hex } from '#shared/protocol/op.ts';
import { BODY_HASH_HEADER } from '#shared/protocol/request-signature.ts';
import { loadBatchIdentity } from '../batches/batch-identity.ts';
import { importVolumes, type BatchImporter } from '../batches/import-batch.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { Refusal } from '../refusal.ts';
import { authenticate } from './authenticate.ts';
import type { Centre } from './centre.ts';

/**
 * A volume by the line instead of on a key, brought by whatever station: the same file, the same taking-in, the same receipt file as reply.
 * One after the other, since each is two passes of deciphering.
 */
export function batchesRoute(app: FastifyInstance, centre: Centre): void {
  const folder = centre.incomingFolder;
  const inTurn = oneAtATime();
  app.addContentTypeParser(BATCH_TYPE, (_request, payload, done) => done(null, payload));
  app.post('/v1/batches', { bodyLimit: MAX_BATCH_REQUEST_BYTES }, async (request, reply) => {
    const hash = sha256Hex.safeParse(request.headers[BODY_HASH_HEADER]);
    if (!hash.success || request.headers['content-type'] !== BATCH_TYPE) throw new Refusal('bad-request');
    // Who sends is proven before a byte is kept; that these are the bytes, before any is read.
    await authenticate(centre.database, request, { bodySha256: [hash.data] });
    const path = join(folder, `${randomUUID()}.lot`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      await keepBody(request.body as Readable, path, hash.data);
      const receipt = await inTurn('batch', () => takeIn(centre, path));
      return await reply.type('application/json').send(receipt);
    } finally {
      await rm(path, { force: true });
    }
  });
}

async function keepBody(body: Readable, path: string, sha256: string): Promise<void> {
  const hash = createHash('sha256');
  let size = 0;
  const counted = async function* (parts: AsyncIterable<Buffer>) {
    for await (const part of parts) {
      size += part.length;
      if (size > MAX_BATCH_REQUEST_BYTES) throw new Refusal('too-large');
      hash.update(part);
      yield part;
    }
  };
  await pipeline(body, counted, createWriteStream(path, { mode: 0o600 }));
  if (hash.digest('hex') !== sha256) throw new Refusal('blob-mismatch');
}

async function takeIn(centre: Centre, path: string): Promise<Buffer> {
  const [outcome] = await importVolumes([path], await importerOf(centre));
  if (!outcome || 'refused' in outcome) throw new Refusal('batch-refused', { cause: outcome?.refused });
  return Buffer.from(outcome.imported.receipt);
}

async function importerOf(centre: Centre): Promise<BatchImporter> {
  const { database, key, kind, epoch, blobs, deadlines } = centre;
  const nowMs = () => centre.nowMs();
  const training = (await kind.isTraining()) === true;
  return {
    database,
    key,
    keyIds: key.keyIds,
    identity: await loadBatchIdentity(database),
    intake: { database, key, epoch: epoch.epoch, training, deadlines, nowMs },
    blobs,
    remember: (serverSeq) => epoch.remember(serverSeq),
    nowMs,
    isTraining: () => kind.isTraining(),
  };
}
