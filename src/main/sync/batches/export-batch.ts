import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import type { BatchExport } from '#shared/contract/batches.ts';
import { passing } from '#shared/fault-points.ts';
import { batchManifestSchema } from '#shared/protocol/batch.ts';
import { tarSpace } from '#shared/protocol/tar-header.ts';
import { getBatch, noteVolumeWritten, undoBatch, type StoredVolume } from '#main/domains/outbox/index.ts';
import type { JobHandle } from '#main/jobs/job-runner.ts';
import { getCentralServer } from '../central-server-store.ts';
import { throwIfCancelled } from '../retry.ts';
import { readIdentity } from '../station-identity.ts';
import type { BatchContext } from './batch-context.ts';
import { sealBatch } from './seal-batch.ts';
import { volumeBytes } from './volume-bytes.ts';
import { hashFile, temporaryOf, writeVolume } from './write-volume.ts';

export interface ExportOrder {
  folder: string;
  /** Instead of the usual name; a batch of several volumes numbers it. */
  fileName?: string;
  /** A batch to write again; without it a new one is sealed. */
  batchId?: string;
  /** For tests and for small keys. */
  volumeBytes?: number;
}

/**
 * Writes the volumes of a batch into a folder, one after the other. A volume that already lies there whole is not written again, so that
 * an export that was stopped goes on. Throws as `sealBatch` and `writeVolume` do, and `batch-incomplete`; then the volumes before it
 * stay, and the batch waits.
 */
export async function exportBatch(
  context: BatchContext,
  handle: JobHandle,
  order: ExportOrder,
): Promise<BatchExport> {
  const { database } = context;
  const { folder } = order;
  if (!existsSync(folder))
    throw new GuichetError('file-unwritable', { detail: { cause: `${folder} n’existe pas` } });
  const { batchRecipients } = getCentralServer(database);
  if (batchRecipients.length === 0) throw new GuichetError('batch-key-unknown');
  const batchId = order.batchId ?? sealBatch(context, order.volumeBytes);
  const { volumes } = getBatch(database, batchId);
  const progress = follow(handle, volumes);
  const files: BatchExport['files'] = [];
  for (const volume of volumes) {
    const name = nameOf(context, batchId, volume.number, volumes.length, order.fileName);
    try {
      files.push(await writeOne(context, { batchId, volume, path: join(folder, name), name }, progress));
    } catch (error) {
      if (error instanceof GuichetError && error.code === 'batch-incomplete') undoBatch(database, batchId);
      throw withCount(error, files.length);
    } finally {
      context.emit('outbox.changed', {});
    }
  }
  return { batchId, files };
}

interface Target {
  batchId: string;
  volume: StoredVolume;
  path: string;
  name: string;
}

async function writeOne(
  context: BatchContext,
  { batchId, volume, path, name }: Target,
  progress: Progress,
): Promise<BatchExport['files'][number]> {
  const { database, clock } = context;
  const { number } = volume;
  const leftover = temporaryOf(path);
  await rm(leftover, { force: true }).catch(() => undefined);
  if (volume.file && existsSync(path) && (await hashFile(path)).sha256 === volume.file.sha256) {
    progress.skip(number);
    return { name, size: volume.file.size, wasThere: true };
  }
  const { batchRecipients } = getCentralServer(database);
  const content = volumeBytes(context, batchId, volume);
  const written = await writeVolume(path, content, batchRecipients, (bytes) => progress.add(number, bytes));
  passing('batch.after_rename');
  noteVolumeWritten(database, { batchId, number }, { name, ...written, writtenAtMs: clock.nowMs() });
  return { name, size: written.size, wasThere: false };
}

interface Progress {
  add(volume: number, bytes: number): void;
  skip(volume: number): void;
}

const MEGABYTE = 1_000_000;

/** Told in megabytes, and no oftener than each of them. Throws `cancelled`. */
function follow(handle: JobHandle, volumes: readonly StoredVolume[]): Progress {
  const sizes = volumes.map(({ manifest }) => sizeOf(manifest));
  const total = Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / MEGABYTE);
  let done = 0;
  let told = -1;
  const tell = (volume: number) => {
    const megabytes = Math.min(Math.floor(done / MEGABYTE), total);
    if (megabytes === told) return;
    told = megabytes;
    handle.report({
      done: megabytes,
      total,
      label: `Volume ${volume} sur ${volumes.length} : ${megabytes} Mo sur ${total}`,
    });
  };
  return {
    add(volume, bytes) {
      throwIfCancelled(handle.signal);
      done += bytes;
      tell(volume);
    },
    skip(volume) {
      done += sizes[volume - 1] ?? 0;
      tell(volume);
    },
  };
}

function sizeOf(manifest: string): number {
  const { ops, blobs } = batchManifestSchema.parse(JSON.parse(manifest));
  return blobs.reduce((sum, { size }) => sum + tarSpace(size), manifest.length + (ops?.size ?? 0));
}

/** `lot-6100-3f2a9c1e.lot`, `lot-6100-3f2a9c1e-2sur3.lot`: told apart on a key that carries those of many stations. */
function nameOf(
  { database }: BatchContext,
  batchId: string,
  number: number,
  count: number,
  asked: string | undefined,
): string {
  const stem = asked?.replace(/\.lot$/, '') ?? `lot-${readIdentity(database).block}-${batchId.slice(0, 8)}`;
  return count === 1 ? `${stem}.lot` : `${stem}-${number}sur${count}.lot`;
}

function withCount(error: unknown, written: number): unknown {
  if (!(error instanceof GuichetError) || !error.code.startsWith('batch-target')) return error;
  return new GuichetError(error.code, { detail: { written: String(written) }, cause: error });
}
