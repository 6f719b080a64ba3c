import { GuichetError } from '#shared/errors.ts';
import {
  batchManifestSchema,
  blobEntry,
  MANIFEST_ENTRY,
  OPS_ENTRY,
  SIGNATURE_ENTRY,
} from '#shared/protocol/batch.ts';
import { TAR_END_BYTES, tarHeader, tarPadding } from '#shared/protocol/tar-header.ts';
import { fileOfBlob, opsAt, seqsOfVolume, type StoredVolume } from '#main/domains/outbox/index.ts';
import { opLineBytes } from '../op-line-bytes.ts';
import type { BatchContext } from './batch-context.ts';

/**
 * The archive of one sealed volume, in parts: the same bytes each time. Throws `batch-incomplete` when something of it is no longer
 * in this station, `database-damaged` when a scan cannot be read.
 */
export async function* volumeBytes(
  context: BatchContext,
  batchId: string,
  { number, manifest, signature }: StoredVolume,
): AsyncGenerator<Uint8Array> {
  const { ops, blobs } = batchManifestSchema.parse(JSON.parse(manifest));
  yield* entry(MANIFEST_ENTRY, Buffer.from(manifest));
  yield* entry(SIGNATURE_ENTRY, Buffer.from(Buffer.from(signature).toString('base64')));
  if (ops) {
    yield tarHeader(OPS_ENTRY, ops.size);
    yield* exactly(ops.size, lines(context, seqsOfVolume(context.database, batchId, number)));
    yield new Uint8Array(tarPadding(ops.size));
  }
  for (const { sha256, size } of blobs) {
    const fileId = fileOfBlob(context.database, sha256);
    if (fileId === undefined) throw new GuichetError('batch-incomplete');
    yield tarHeader(blobEntry(sha256), size);
    yield* exactly(size, context.files.parts(fileId));
    yield new Uint8Array(tarPadding(size));
  }
  yield new Uint8Array(TAR_END_BYTES);
}

/** Lines in pages, so that a small op is not a small write. */
function* lines({ database }: BatchContext, stationSeqs: readonly number[]): Generator<Uint8Array> {
  let page: Buffer[] = [];
  let bytes = 0;
  for (const op of opsAt(database, stationSeqs)) {
    if (op.canonical.length === 0) throw new GuichetError('batch-incomplete');
    const line = opLineBytes(op);
    page.push(line);
    bytes += line.length;
    if (bytes > PAGE_BYTES) {
      yield Buffer.concat(page);
      page = [];
      bytes = 0;
    }
  }
  yield Buffer.concat(page);
}

const PAGE_BYTES = 64 * 1024;

function* entry(name: string, content: Uint8Array): Generator<Uint8Array> {
  yield tarHeader(name, content.length);
  yield content;
  yield new Uint8Array(tarPadding(content.length));
}

async function* exactly(
  size: number,
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let given = 0;
  for await (const part of parts) {
    given += part.length;
    yield part;
  }
  if (given !== size) throw new GuichetError('batch-incomplete');
}
