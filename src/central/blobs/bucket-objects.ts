import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';

export interface BucketPlace {
  /** Of any S3-compatible store; the keys come from the usual variables (AWS_ACCESS_KEY_ID…). */
  endpoint: string;
  bucket: string;
  region: string;
}

export interface StoredObject {
  key: string;
  size: number;
  storedAtMs: number;
}

/** Of one bucket, the five things that are asked of an object store. */
export interface BucketObjects {
  /** Undefined when there is no such object. */
  get(key: string): Promise<Readable | undefined>;
  has(key: string): Promise<boolean>;
  put(key: string, content: Uint8Array): Promise<void>;
  list(prefix: string): Promise<StoredObject[]>;
  remove(key: string): Promise<void>;
}

/** The checksums of recent SDKs are unknown to many stores; the hash of every scan is checked here anyway. */
const PLAIN = {
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
} as const;

export function openBucketObjects({ endpoint, bucket, region }: BucketPlace): BucketObjects {
  const s3 = new S3Client({ endpoint, region, forcePathStyle: true, ...PLAIN });
  return {
    async get(key) {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return Body instanceof Readable ? Body : undefined;
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async has(key) {
      try {
        await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        return true;
      } catch (error) {
        if (error instanceof NotFound) return false;
        throw error;
      }
    },
    async put(key, content) {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content }));
    },
    async list(prefix) {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
      return Contents.map(({ Key = '', Size = 0, LastModified = new Date() }) => ({
        key: Key,
        size: Size,
        storedAtMs: LastModified.getTime(),
      }));
    },
    async remove(key) {
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
}
