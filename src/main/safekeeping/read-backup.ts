import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import { MANIFEST_FILE, manifestSchema, type BackupManifest } from './backup-manifest.ts';
import { listTar, type TarEntry } from './list-tar.ts';

const MAX_MANIFEST_BYTES = 256 * 1024 * 1024;
const PART_BYTES = 1024 * 1024;

/** Reads every byte of a backup against its manifest. Throws `backup-unreadable`, `backup-damaged`, `cancelled`. */
export async function proveBackup(file: string, signal?: AbortSignal): Promise<BackupManifest> {
  return withBackup(file, async (backup, manifest, entries) => {
    await eachEntry(backup, manifest, entries, signal, () => Promise.resolve());
    return manifest;
  });
}

/** What a backup says of itself; nothing of it is proven yet. Throws `backup-unreadable`. */
export function readManifest(file: string): Promise<BackupManifest> {
  return withBackup(file, (_backup, manifest) => Promise.resolve(manifest));
}

/** Writes everything below a folder, durable, each file proven. Throws those of `proveBackup`, and `disk-full`. */
export async function extractBackup(file: string, folder: string): Promise<void> {
  await withBackup(file, (backup, manifest, entries) =>
    eachEntry(backup, manifest, entries, undefined, async (name) => {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      return open(path, 'wx', 0o600);
    }),
  ).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC'
      ? new GuichetError('disk-full', { cause: error })
      : error;
  });
}

async function withBackup<T>(
  file: string,
  work: (backup: FileHandle, manifest: BackupManifest, entries: ReadonlyMap<string, TarEntry>) => Promise<T>,
): Promise<T> {
  const backup = await open(file, 'r').catch((cause: unknown) => {
    throw new GuichetError('file-unreadable', { detail: { cause: file }, cause });
  });
  try {
    const entries = await listTar(backup);
    const last = entries?.at(-1);
    if (!entries || last?.name !== MANIFEST_FILE || last.size > MAX_MANIFEST_BYTES)
      throw new GuichetError('backup-unreadable');
    const manifest = await manifestOf(backup, last);
    return await work(backup, manifest, new Map(entries.map((entry) => [entry.name, entry])));
  } finally {
    await backup.close();
  }
}

async function manifestOf(backup: FileHandle, { offset, size }: TarEntry): Promise<BackupManifest> {
  const bytes = Buffer.alloc(size);
  await backup.read(bytes, 0, size, offset);
  try {
    return manifestSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new GuichetError('backup-unreadable', { cause });
  }
}

/** Each entry of the manifest, in the archive once and byte for byte; `open` says where its bytes go, if anywhere. */
async function eachEntry(
  backup: FileHandle,
  manifest: BackupManifest,
  entries: ReadonlyMap<string, TarEntry>,
  signal: AbortSignal | undefined,
  openFor: (name: string) => Promise<FileHandle | void>,
): Promise<void> {
  if (entries.size !== manifest.entries.length + 1) throw new GuichetError('backup-damaged');
  for (const { name, size, sha256 } of manifest.entries) {
    if (signal?.aborted) throw new GuichetError('cancelled');
    const entry = entries.get(name);
    if (entry?.size !== size) throw damaged(name);
    const target = await openFor(name);
    try {
      if ((await copyEntry(backup, entry, target ?? undefined)) !== sha256) throw damaged(name);
      await target?.sync();
    } finally {
      await target?.close();
    }
  }
}

/** Returns the hash of what was read. */
async function copyEntry(
  backup: FileHandle,
  { offset, size }: TarEntry,
  target: FileHandle | undefined,
): Promise<string> {
  const hash = createHash('sha256');
  const part = Buffer.allocUnsafe(Math.min(PART_BYTES, Math.max(size, 1)));
  for (let done = 0; done < size;) {
    const { bytesRead } = await backup.read(part, 0, Math.min(part.length, size - done), offset + done);
    if (bytesRead === 0) return '';
    hash.update(part.subarray(0, bytesRead));
    await target?.writeFile(part.subarray(0, bytesRead));
    done += bytesRead;
  }
  return hash.digest('hex');
}

function damaged(name: string): GuichetError {
  return new GuichetError('backup-damaged', { detail: { name } });
}
