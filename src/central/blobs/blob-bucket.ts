import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { BlobFolder } from './blob-folder.ts';
import {
  openBucketObjects,
  type BucketObjects,
  type BucketPlace,
  type StoredObject,
} from './bucket-objects.ts';

const PARTIAL = 'partial/';

/**
 * The same over an object store. Each chunk is an object named by its offset, so that any instance may take the
 * next one; the whole is read back chunk by chunk, hashed, and written once under its hash. An object store answers a write
 * when it is durable.
 */
export function openBlobBucket(place: BucketPlace): BlobFolder {
  const objects = openBucketObjects(place);
  const finalKey = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`;
  return {
    ...partialObjects(objects),
    store: (_uploadId, sha256, content) => objects.put(finalKey(sha256), content),
    async publish(uploadId, sha256) {
      // Whole in memory: a scan is half a megabyte, and stores differ in what they take as a stream.
      const body = await buffer(Readable.from(bytesOf(objects, uploadId)));
      await objects.put(finalKey(sha256), body);
      await discard(objects, uploadId);
    },
    read: (sha256) => objects.get(finalKey(sha256)),
    // Written whole or not at all.
    holds: (sha256) => objects.has(finalKey(sha256)),
    discardPieces: () => Promise.resolve(),
  };
}

function partialObjects(
  objects: BucketObjects,
): Omit<BlobFolder, 'store' | 'publish' | 'read' | 'holds' | 'discardPieces'> {
  const sizeOf = async (uploadId: string) =>
    (await chunksOf(objects, uploadId)).reduce((sum, { size }) => sum + size, 0);
  return {
    partialSize: sizeOf,
    async append(uploadId, content, offset) {
      // What was begun earlier and is begun again counts no more.
      if (offset === 0) await discard(objects, uploadId);
      if (content.length > 0) await objects.put(chunkKey(uploadId, offset), content);
      return sizeOf(uploadId);
    },
    async appendFirst(uploadId, content) {
      if ((await sizeOf(uploadId)) > 0) throw new Error('begun already');
      await objects.put(chunkKey(uploadId, 0), content);
    },
    discardPartial: (uploadId) => discard(objects, uploadId),
    async discardOlder(beforeMs) {
      for (const { key, storedAtMs } of await objects.list(PARTIAL))
        if (storedAtMs < beforeMs) await objects.remove(key);
    },
    async sealPartial(uploadId) {
      const hash = createHash('sha256');
      for await (const part of bytesOf(objects, uploadId)) hash.update(part);
      return hash.digest('hex');
    },
  };
}

function prefixOf(uploadId: string): string {
  return `${PARTIAL}${uploadId}/`;
}

/** A chunk is an object named by its offset. */
function chunkKey(uploadId: string, offset: number): string {
  return `${prefixOf(uploadId)}${String(offset).padStart(12, '0')}`;
}

async function discard(objects: BucketObjects, uploadId: string): Promise<void> {
  for (const { key } of await objects.list(prefixOf(uploadId))) await objects.remove(key);
}

async function* bytesOf(objects: BucketObjects, uploadId: string): AsyncGenerator<Uint8Array> {
  for (const { key } of await chunksOf(objects, uploadId)) yield* (await objects.get(key)) ?? [];
}

/** From the first byte on without a hole: what a station may count as sent. */
async function chunksOf(objects: BucketObjects, uploadId: string): Promise<StoredObject[]> {
  const prefix = prefixOf(uploadId);
  const found = (await objects.list(prefix))
    .map((object) => ({ ...object, offset: Number(object.key.slice(prefix.length)) }))
    .sort((a, b) => a.offset - b.offset);
  const kept: StoredObject[] = [];
  let next = 0;
  for (const { offset, ...object } of found) {
    if (offset !== next) break;
    kept.push(object);
    next += object.size;
  }
  return kept;
}
