import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Verification } from '#shared/contract/safekeeping.ts';
import { textOf } from '#main/database/columns.ts';
import { openDatabase } from '#main/database/open-database.ts';
import { createFileStore } from '#main/vault/file-store.ts';
import { DATABASE_FILE, FILES_FOLDER, SNAPSHOTS_FOLDER } from './data-folder.ts';
import { isDamage, proveBase } from './prove-base.ts';
import { isSnapshotSound } from './recover-base.ts';
import { listSnapshots } from './snapshot-store.ts';
import { countOrphans } from './sweep-files.ts';

/** Reads everything a station holds: each page, each reference, the chain of ops, each file against its hash, each snapshot. */
export function verifyStation(
  folder: string,
  key: Uint8Array,
  report: (done: number, total: number) => void,
): Verification {
  const database = openDatabase(join(folder, DATABASE_FILE), key);
  try {
    const { faults, counts } = proveBase(database);
    const files = createFileStore(join(folder, FILES_FOLDER), database, () => 0);
    const badFiles: string[] = [];
    let filesRead = 0;
    const isReadable = faults.every(({ what }) => what !== 'unreadablePages');
    for (const row of isReadable ? database.all('SELECT id, sha256 FROM stored_file') : []) {
      const id = textOf(row, 'id');
      if (hashOf(() => files.get(id)) !== textOf(row, 'sha256')) badFiles.push(id);
      filesRead += 1;
      if (filesRead % 100 === 0) report(filesRead, counts.files);
    }
    const snapshotsFolder = join(folder, SNAPSHOTS_FOLDER);
    const snapshots = listSnapshots(snapshotsFolder);
    return {
      faults,
      counts,
      filesRead,
      badFiles,
      orphans: countOrphans(join(folder, FILES_FOLDER)),
      snapshots: snapshots.length,
      badSnapshots: snapshots
        .filter((one) => !isSnapshotSound(snapshotsFolder, one, key))
        .map(({ name }) => name),
    };
  } finally {
    database.close();
  }
}

/** Undefined when the file is gone, changed or swapped. */
function hashOf(read: () => Uint8Array): string | undefined {
  try {
    return createHash('sha256').update(read()).digest('hex');
  } catch (error) {
    if (!isDamage(error)) throw error;
    return undefined;
  }
}
