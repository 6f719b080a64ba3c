import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Decrypter } from 'age-encryption';
import { z } from 'zod';
import {
  batchManifestSchema,
  blobEntry,
  MANIFEST_ENTRY,
  MAX_MANIFEST_BYTES,
  OPS_ENTRY,
  SIGNATURE_ENTRY,
  type BatchManifest,
} from '#shared/protocol/batch.ts';
import { readTarHeader, TAR_BLOCK, tarPadding } from '#shared/protocol/tar-header.ts';
import { canonicalText, sha256Hex } from '../canonical.ts';
import { BatchRefused } from './batch-refused.ts';
import { createByteReader, type ByteReader } from './byte-reader.ts';

export interface VolumeHead {
  manifest: BatchManifest;
  manifestBytes: Uint8Array;
  manifestSha256: string;
  /** Base64, as it stands; proven by nobody yet. */
  signature: string;
}

/** What is done with a volume as it passes, once. Everything of `ops` and of each blob must be taken. */
export interface VolumeVisitor {
  head(head: VolumeHead): Promise<void>;
  ops(bytes: AsyncIterable<Uint8Array>): Promise<void>;
  blob(blob: BatchManifest['blobs'][number], bytes: AsyncIterable<Uint8Array>): Promise<void>;
}

const AGE_MARK = 'age-encryption.org/v1\n';
const SIGNATURE_BYTES = 88;

/**
 * Reads a file of a batch from its first byte to its last, in the one order the form allows. Throws BatchRefused `empty`, `not-a-batch`,
 * `other-reader`, `damaged`, `not-as-listed`, and what the visitor throws.
 */
export async function readVolume(path: string, identity: string, visitor: VolumeVisitor): Promise<void> {
  const file = await open(path, 'r');
  try {
    requireAge(await file.read(Buffer.alloc(AGE_MARK.length), 0, AGE_MARK.length, 0));
    const sealed = Readable.toWeb(
      file.createReadStream({ start: 0, autoClose: false, highWaterMark: 256 * 1024 }),
    );
    const clear = await decrypted(sealed as ReadableStream<Uint8Array>, identity);
    await readArchive(createByteReader(proven(clear)), visitor);
  } finally {
    await file.close();
  }
}

function requireAge({ bytesRead, buffer }: { bytesRead: number; buffer: Buffer }): void {
  if (bytesRead === 0) throw new BatchRefused('empty');
  if (buffer.toString('latin1', 0, bytesRead) !== AGE_MARK) throw new BatchRefused('not-a-batch');
}

async function decrypted(
  sealed: ReadableStream<Uint8Array>,
  identity: string,
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(sealed);
  } catch (cause) {
    const isOther = cause instanceof Error && /no identity matched/.test(cause.message);
    throw new BatchRefused(isOther ? 'other-reader' : 'damaged', { cause });
  }
}

/** Each part of age is authenticated before it comes; a flipped bit or a missing end is an error here. */
async function* proven(clear: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = clear.getReader();
  for (;;) {
    const next = await reader.read().catch((cause: unknown) => {
      throw new BatchRefused('damaged', { cause });
    });
    if (next.done) return;
    yield next.value;
  }
}

async function readArchive(reader: ByteReader, visitor: VolumeVisitor): Promise<void> {
  const manifestBytes = await wholeEntry(reader, MANIFEST_ENTRY, MAX_MANIFEST_BYTES);
  const manifest = readManifest(manifestBytes);
  const signature = Buffer.from(await wholeEntry(reader, SIGNATURE_ENTRY, SIGNATURE_BYTES)).toString(
    'latin1',
  );
  await visitor.head({ manifest, manifestBytes, manifestSha256: sha256Hex(manifestBytes), signature });
  if (manifest.ops) {
    await expectEntry(reader, OPS_ENTRY, manifest.ops.size);
    await visitor.ops(reader.stream(manifest.ops.size));
    await skipPadding(reader, manifest.ops.size);
  }
  for (const blob of manifest.blobs) {
    await expectEntry(reader, blobEntry(blob.sha256), blob.size);
    await visitor.blob(blob, reader.stream(blob.size));
    await skipPadding(reader, blob.size);
  }
  await expectEnd(reader);
}

function readManifest(bytes: Uint8Array): BatchManifest {
  try {
    const text = Buffer.from(bytes).toString('utf8');
    const value: unknown = JSON.parse(text);
    if (canonicalText(value) !== text) throw new RangeError('not canonical');
    if (isNewer(value)) throw new BatchRefused('newer-version');
    return batchManifestSchema.parse(value);
  } catch (cause) {
    if (cause instanceof BatchRefused) throw cause;
    throw new BatchRefused('not-as-listed', { cause });
  }
}

const numbered = z.object({ kind: z.literal('batch'), schema: z.number().gt(1) });

function isNewer(manifest: unknown): boolean {
  return numbered.safeParse(manifest).success;
}

async function nextHeader(reader: ByteReader): Promise<{ name: string; size: number } | 'end'> {
  const header = readTarHeader(await reader.take(TAR_BLOCK));
  if (!header) throw new BatchRefused('not-as-listed');
  return header;
}

async function wholeEntry(reader: ByteReader, name: string, maxBytes: number): Promise<Uint8Array> {
  const header = await nextHeader(reader);
  if (header === 'end' || header.name !== name || header.size > maxBytes)
    throw new BatchRefused('not-as-listed');
  const content = await reader.take(header.size);
  await skipPadding(reader, header.size);
  return content;
}

async function expectEntry(reader: ByteReader, name: string, size: number): Promise<void> {
  const header = await nextHeader(reader);
  if (header === 'end' || header.name !== name || header.size !== size)
    throw new BatchRefused('not-as-listed');
}

async function skipPadding(reader: ByteReader, size: number): Promise<void> {
  const padding = await reader.take(tarPadding(size));
  if (padding.some((byte) => byte !== 0)) throw new BatchRefused('not-as-listed');
}

async function expectEnd(reader: ByteReader): Promise<void> {
  for (let block = 0; block < 2; block += 1)
    if ((await nextHeader(reader)) !== 'end') throw new BatchRefused('not-as-listed');
  if (!(await reader.isAtEnd())) throw new BatchRefused('not-as-listed');
}
