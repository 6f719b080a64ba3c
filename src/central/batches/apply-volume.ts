import { buffer } from 'node:stream/consumers';
import { MAX_BLOB_BYTES } from '#shared/protocol/limits.ts';
import type { OpVerdict } from '#shared/protocol/replies.ts';
import type { Signed } from '#shared/protocol/signed-reply.ts';
import { passing } from '#shared/fault-points.ts';
import type { BlobStore, UploadId } from '../blobs/blob-store.ts';
import { receiveOps, type Intake } from '../intake/receive-ops.ts';
import { readLines } from '../intake/read-lines.ts';
import { atMost, type Pool } from '../at-most.ts';
import { linePages } from './batch-lines.ts';
import { BatchRefused } from './batch-refused.ts';
import type { CheckedVolume } from './check-volume.ts';
import { readVolume } from './open-volume.ts';

export interface Applier {
  intake: Intake;
  identity: string;
  blobs: BlobStore;
  remember(serverSeq: number): void;
}

export interface AppliedOp extends OpVerdict {
  registrationNumber: string;
}

export interface AppliedBlob {
  sha256: string;
  /** `kept-back`: the station is suspended or revoked. */
  state: 'stored' | 'already-there' | 'kept-back';
}

export interface Applied {
  ops: AppliedOp[];
  receipts: Signed[];
  blobs: AppliedBlob[];
  blobReceipts: Signed[];
}

/** One piece of a file as it is handed to the store; a file of no more is held whole, so that several are stored at once. */
const APPEND_BYTES = 1024 * 1024;
/** A file waits for several fsyncs; while it does, the next ones are deciphered. */
const STORED_AT_ONCE = 6;

/**
 * Second pass: ops by the code of `POST /v1/ops`, page by page, each page one transaction; then files by the code of uploads. Stopped
 * in between, the same file again goes on: what was received is a duplicate. Throws BatchRefused when the file is no longer the one
 * that was checked.
 */
export async function applyVolume(path: string, checked: CheckedVolume, applier: Applier): Promise<Applied> {
  const applied: Applied = { ops: [], receipts: [], blobs: [], blobReceipts: [] };
  const lacking = new Set(await missingOf(applier.blobs, checked));
  const storing = atMost(STORED_AT_ONCE);
  const read = readVolume(path, applier.identity, {
    head({ manifestSha256 }) {
      return manifestSha256 === checked.manifestSha256
        ? Promise.resolve()
        : Promise.reject(new BatchRefused('damaged'));
    },
    async ops(bytes) {
      for await (const page of linePages(bytes)) await applyOps(page, checked, applier, applied);
    },
    async blob(blob, bytes) {
      if (applied.blobs.length === 0) passing('centre.batch_before_scans');
      applied.blobs.push(await applyBlob(blob, bytes, { checked, applier, lacking, storing }));
    },
  });
  // Whatever became of the reading, nothing is still being stored when this ends.
  await read.finally(() => storing.settle());
  for (const { sha256 } of applied.blobs) {
    const receipt = await applier.blobs.findReceipt(sha256);
    if (receipt) applied.blobReceipts.push(receipt);
  }
  return applied;
}

interface BlobWork {
  checked: CheckedVolume;
  applier: Applier;
  lacking: ReadonlySet<string>;
  storing: Pool;
}

async function applyBlob(
  { sha256, size }: { sha256: string; size: number },
  bytes: AsyncIterable<Uint8Array>,
  { checked: { station }, applier: { blobs }, lacking, storing }: BlobWork,
): Promise<AppliedBlob> {
  const isWanted = lacking.has(sha256) && !station.isStopped && size <= MAX_BLOB_BYTES;
  const id = { stationId: `lot-${station.stationId}`, sha256 };
  if (!isWanted) for await (const part of bytes) void part;
  else if (size > APPEND_BYTES) await storeBlob(blobs, id, size, bytes);
  else {
    const content = await buffer(bytes);
    await storing.begin(async () => void (await blobs.begin(id, size, content)));
  }
  return { sha256, state: stateOf(lacking.has(sha256), isWanted) };
}

function stateOf(wasLacking: boolean, isWanted: boolean): AppliedBlob['state'] {
  if (!wasLacking) return 'already-there';
  return isWanted ? 'stored' : 'kept-back';
}

function missingOf(blobs: BlobStore, { manifest }: CheckedVolume): Promise<string[]> {
  return blobs.missing(manifest.blobs.map(({ sha256 }) => sha256));
}

async function applyOps(
  page: Buffer,
  { station }: CheckedVolume,
  { intake, remember }: Applier,
  applied: Applied,
): Promise<void> {
  const lines = await readLines(page, station);
  const { verdicts, receipts, highestServerSeq } = await receiveOps(intake, station.stationId, lines);
  remember(highestServerSeq);
  lines.forEach((line, index) => {
    const verdict = verdicts[index];
    if (!verdict || !('authentic' in line)) throw new BatchRefused('damaged');
    applied.ops.push({ ...verdict, registrationNumber: line.authentic.op.registrationNumber });
  });
  applied.receipts.push(...receipts);
}

/** Under a name of its own: what arrives by the line at the same moment is another sending of the same file. */
async function storeBlob(
  blobs: BlobStore,
  id: UploadId,
  size: number,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  let offset = -1;
  const send = async (content: Uint8Array) => {
    const { offset: reached } =
      offset < 0 ? await blobs.begin(id, size, content) : await blobs.append(id, content, offset);
    offset = reached;
  };
  let waiting: Uint8Array[] = [];
  let held = 0;
  for await (const part of bytes) {
    waiting.push(part);
    held += part.length;
    if (held < APPEND_BYTES) continue;
    await send(Buffer.concat(waiting));
    waiting = [];
    held = 0;
  }
  if (held > 0 || offset < 0) await send(Buffer.concat(waiting));
}
