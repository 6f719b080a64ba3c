import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import type { BackupResult, Snapshot } from '#shared/contract/safekeeping.ts';
import { TAR_END_BYTES, tarHeader, tarPadding } from '#shared/protocol/tar-header.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import { openToRead } from '#main/database/open-database.ts';
import type { JobHandle } from '#main/jobs/job-runner.ts';
import { syncFolder } from '#main/vault/file-store.ts';
import { sealPortableSlot } from '#main/vault/portable-slot.ts';
import { MANIFEST_FILE, type BackupManifest } from './backup-manifest.ts';
import { DATABASE_FILE, FILES_FOLDER, HEADER_FILE, SNAPSHOTS_FOLDER, stampOf } from './data-folder.ts';
import { proveBackup } from './read-backup.ts';
import { filePath } from './sweep-files.ts';

interface BackupOrder {
  /** The data folder. */
  folder: string;
  key: Uint8Array;
  /** A proven copy of the base, made a moment ago. */
  snapshot: Snapshot;
  /** A file, or a folder that exists. */
  to: string;
  passphrase: string;
}

type Entry = BackupManifest['entries'][number];
interface Source {
  name: string;
  path: string;
}

/**
 * Writes one whole backup under a temporary name, reads it back, and only then names it. Throws `disk-full`, `file-unwritable`,
 * `batch-target-read-only`, `cancelled`, `backup-damaged` (what was read back is not what was written), leaving nothing half there.
 */
export async function writeBackup(order: BackupOrder, handle: JobHandle): Promise<BackupResult> {
  const { folder, key, snapshot, passphrase } = order;
  const copy = join(folder, SNAPSHOTS_FOLDER, snapshot.name);
  const { about, sources, missing } = contentOf(folder, copy, key);
  const target = targetOf(order.to, about.station.name, snapshot.madeAtMs);
  const temporary = `${target}.en-cours`;
  const slot = await sealPortableSlot(key, passphrase);
  try {
    const entries = await writeArchive(temporary, sources, handle, (written) => ({
      ...about,
      format: 1,
      kind: 'guichet-backup',
      madeAtMs: snapshot.madeAtMs,
      counts: snapshot.counts,
      slot,
      missing,
      entries: written,
    }));
    handle.report({ done: sources.length, total: sources.length, label: 'relecture' });
    await proveBackup(temporary, handle.signal);
    await rename(temporary, target);
    syncFolder(dirname(target));
    return {
      file: target,
      bytes: statSync(target).size,
      files: entries.length - 2,
      counts: snapshot.counts,
      missing,
    };
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw translated(error, target);
  }
}

function targetOf(to: string, stationName: string, atMs: number): string {
  if (!existsSync(to) || !statSync(to).isDirectory()) {
    if (existsSync(to))
      throw new GuichetError('file-unwritable', { detail: { cause: `${basename(to)} existe déjà` } });
    return to;
  }
  const station = stationName
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return join(to, `guichet-${station}-${stampOf(atMs)}.tar`);
}

/** What the copy of the base names; the copy is read, never the base in use, so that both say the same. */
function contentOf(folder: string, copy: string, key: Uint8Array) {
  const base = openToRead(copy, key);
  try {
    const row = base.get('SELECT station_id, name, office, training FROM station') ?? {};
    const ids = base.all('SELECT id FROM stored_file ORDER BY id').map((file) => textOf(file, 'id'));
    const paths = ids.map((id) => ({ id, path: filePath(join(folder, FILES_FOLDER), id) }));
    const sources: Source[] = [
      { name: HEADER_FILE, path: join(folder, HEADER_FILE) },
      { name: DATABASE_FILE, path: copy },
      ...paths
        .filter(({ path }) => existsSync(path))
        .map(({ id, path }) => ({ name: `${FILES_FOLDER}/${id.slice(-2)}/${id}.enc`, path })),
    ];
    return {
      sources,
      missing: paths.filter(({ path }) => !existsSync(path)).map(({ id }) => id),
      about: {
        schema: numberOf(base.get('PRAGMA user_version') ?? {}, 'user_version'),
        station: {
          stationId: textOf(row, 'station_id'),
          name: textOf(row, 'name'),
          office: textOf(row, 'office'),
          training: numberOf(row, 'training') === 1,
        },
      },
    };
  } finally {
    base.close();
  }
}

async function writeArchive(
  file: string,
  sources: readonly Source[],
  { signal, report }: JobHandle,
  manifestOf: (entries: Entry[]) => BackupManifest,
): Promise<Entry[]> {
  const archive = await open(file, 'w', 0o600);
  try {
    const entries: Entry[] = [];
    for (const [index, source] of sources.entries()) {
      if (signal.aborted) throw new GuichetError('cancelled');
      entries.push(await addFile(archive, source));
      report({ done: index + 1, total: sources.length, label: `${index + 1} sur ${sources.length}` });
    }
    const manifest = Buffer.from(JSON.stringify(manifestOf(entries)));
    await archive.writeFile(tarHeader(MANIFEST_FILE, manifest.length));
    await archive.writeFile(manifest);
    await archive.writeFile(new Uint8Array(tarPadding(manifest.length)));
    await archive.writeFile(new Uint8Array(TAR_END_BYTES));
    await archive.sync();
    return entries;
  } finally {
    await archive.close();
  }
}

const PART_BYTES = 1024 * 1024;

async function addFile(archive: FileHandle, { name, path }: Source): Promise<Entry> {
  const source = await open(path, 'r');
  try {
    const { size } = await source.stat();
    await archive.writeFile(tarHeader(name, size));
    const hash = createHash('sha256');
    const part = Buffer.allocUnsafe(PART_BYTES);
    for (let done = 0; done < size;) {
      const { bytesRead } = await source.read(part, 0, Math.min(PART_BYTES, size - done), done);
      if (bytesRead === 0) throw new GuichetError('file-unreadable', { detail: { cause: name } });
      hash.update(part.subarray(0, bytesRead));
      await archive.writeFile(part.subarray(0, bytesRead));
      done += bytesRead;
    }
    await archive.writeFile(new Uint8Array(tarPadding(size)));
    return { name, size, sha256: hash.digest('hex') };
  } finally {
    await source.close();
  }
}

const READ_ONLY = ['EROFS', 'EACCES', 'EPERM'];

function translated(error: unknown, target: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof GuichetError || code === undefined) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new GuichetError('disk-full', { cause: error });
  if (READ_ONLY.includes(code)) return new GuichetError('batch-target-read-only', { cause: error });
  return new GuichetError('file-unwritable', { detail: { cause: target }, cause: error });
}
