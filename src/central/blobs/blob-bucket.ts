import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { BlobFolder } from './blob-folder.ts';

export interface BucketPlace {
  /** Of any S3-compatible store; the keys come from the usual variables (AWS_ACCESS_KEY_ID…). */
  endpoint: string;
  bucket: string;
  region: string;
}

interface Chunk {
  key: string;
  offset: number;
  size: number;
  storedAtMs: number;
}

/** The checksums of recent SDKs are unknown to many stores; the hash of every scan is checked here anyway. */
const PLAIN = {
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
} as const;

/**
 * The same nine things over an object store. Each chunk is an object named by its offset, so that any instance may take the
 * next one; the whole is read back chunk by chunk, hashed, and written once under its hash. An object store answers a write
 * when it is durable.
 */
export function openBlobBucket({ endpoint, bucket, region }: BucketPlace): BlobFolder {
  const s3 = new S3Client({ endpoint, region, forcePathStyle: true, ...PLAIN });
  const prefixOf = (uploadId: string) => `partial/${uploadId}/`;
  const chunkKey = (uploadId: string, offset: number) =>
    `${prefixOf(uploadId)}${String(offset).padStart(12, '0')}`;
  const finalKey = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`;
  const get = async (key: string): Promise<Readable | undefined> => {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return Body instanceof Readable ? Body : undefined;
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
  const put = async (key: string, content: Uint8Array) =>
    void (await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content })));
  const chunksOf = async (uploadId: string): Promise<Chunk[]> =>
    contiguous(await list(s3, bucket, prefixOf(uploadId)));
  const discard = async (uploadId: string) => {
    for (const { key } of await list(s3, bucket, prefixOf(uploadId)))
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  };
  async function* bytesOf(uploadId: string): AsyncGenerator<Uint8Array> {
    for (const { key } of await chunksOf(uploadId)) yield* (await get(key)) ?? [];
  }
  const sizeOf = (chunks: readonly Chunk[]) => chunks.reduce((sum, { size }) => sum + size, 0);
  return {
    partialSize: async (uploadId) => sizeOf(await chunksOf(uploadId)),
    async append(uploadId, content, offset) {
      // What was begun earlier and is begun again counts no more.
      if (offset === 0) await discard(uploadId);
      if (content.length > 0) await put(chunkKey(uploadId, offset), content);
      return sizeOf(await chunksOf(uploadId));
    },
    async appendFirst(uploadId, content) {
      const begun = await chunksOf(uploadId);
      if (begun.length > 0) throw new Error('begun already');
      await put(chunkKey(uploadId, 0), content);
    },
    discardPartial: discard,
    async discardOlder(beforeMs) {
      for (const { key, storedAtMs } of await list(s3, bucket, 'partial/'))
        if (storedAtMs < beforeMs) await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
    async sealPartial(uploadId) {
      const hash = createHash('sha256');
      for await (const part of bytesOf(uploadId)) hash.update(part);
      return hash.digest('hex');
    },
    store: (_uploadId, sha256, content) => put(finalKey(sha256), content),
    async publish(uploadId, sha256) {
      // Whole in memory: a scan is half a megabyte, and stores differ in what they take as a stream.
      const body = await buffer(Readable.from(bytesOf(uploadId)));
      await put(finalKey(sha256), body);
      await discard(uploadId);
    },
    read: (sha256) => get(finalKey(sha256)),
  };
}

async function list(s3: S3Client, bucket: string, prefix: string): Promise<Chunk[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
  return Contents.map(({ Key = '', Size = 0, LastModified = new Date() }) => ({
    key: Key,
    offset: Number(Key.slice(prefix.length)),
    size: Size,
    storedAtMs: LastModified.getTime(),
  }));
}

/** From the first byte on without a hole: what a station may count as sent. */
function contiguous(chunks: readonly Chunk[]): Chunk[] {
  let next = 0;
  const kept: Chunk[] = [];
  for (const chunk of chunks.toSorted((a, b) => a.offset - b.offset)) {
    if (chunk.offset !== next) break;
    kept.push(chunk);
    next += chunk.size;
  }
  return kept;
}
