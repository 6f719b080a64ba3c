import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import { roleSchema, type Role } from '#shared/contract/station.ts';
import { mayReadHealth } from '#shared/rights.ts';
import type { CommandOutput } from '#shared/contract/index.ts';
import { withoutHealth } from '#main/database/health-seal.ts';
import { openDatabase, type OpenDatabase } from '#main/database/open-database.ts';
import { newestVersion } from '#main/database/migrate.ts';
import type { SecretStore } from '#main/ports/secret-store.ts';
import { openPortableSlot } from '#main/vault/portable-slot.ts';
import { createVault } from '#main/vault/vault.ts';
import type { BackupManifest } from './backup-manifest.ts';
import {
  DATABASE_FILE,
  FILES_FOLDER,
  HEADER_FILE,
  SNAPSHOTS_FOLDER,
  stampOf,
  SUSPECT_FILE,
} from './data-folder.ts';
import { noteEvent } from './event-store.ts';
import { proveBase } from './prove-base.ts';
import { extractBackup, readManifest } from './read-backup.ts';
import { renewIdentity } from './renew-identity.ts';
import { abandonReplacement, beginReplacement, replaceInPlace } from './replace-in-place.ts';

export interface RestoreOrder {
  folder: string;
  secretStore: SecretStore;
  nowMs: number;
  file: string;
  passphrase: string;
  /** Who opens the station where its own slots do not. */
  login: string;
  replace: boolean;
}

/**
 * Makes the data folder what a backup holds, once all of it is proven; what was there is kept aside. The station becomes another one to
 * the centre, because what was done since the backup is not known here. Throws `backup-unreadable`, `backup-damaged`, `backup-newer`,
 * `wrong-passphrase`, `station-exists`, `disk-full`; nothing has changed then.
 */
export async function restoreBackup(order: RestoreOrder): Promise<CommandOutput<'safekeeping.restore'>> {
  const { folder, file, passphrase, nowMs } = order;
  const manifest = await readManifest(file);
  if (manifest.schema > newestVersion()) throw new GuichetError('backup-newer');
  const isTaken = [HEADER_FILE, DATABASE_FILE].some((name) => existsSync(join(folder, name)));
  if (isTaken && !order.replace) throw new GuichetError('station-exists');
  const key = await openPortableSlot(manifest.slot, passphrase);
  const making = beginReplacement(folder);
  try {
    await extractBackup(file, making);
    // Even an empty one takes the place of the old: what is there belongs to another base.
    mkdirSync(join(making, FILES_FOLDER), { recursive: true, mode: 0o700 });
    const { identity, ownKey } = prepareBase(join(making, DATABASE_FILE), key, manifest, order);
    const logins = await keepHeader(making, ownKey, manifest, order);
    const keptIn = replaceInPlace(
      folder,
      stampOf(nowMs),
      [FILES_FOLDER, DATABASE_FILE, HEADER_FILE],
      [SNAPSHOTS_FOLDER, SUSPECT_FILE],
    );
    const files = manifest.entries.length - 2;
    return {
      madeAtMs: manifest.madeAtMs,
      counts: manifest.counts,
      files,
      keptIn: isTaken ? keptIn : null,
      identity,
      logins,
    };
  } catch (error) {
    abandonReplacement(folder);
    throw error;
  }
}

function prepareBase(
  file: string,
  key: Uint8Array,
  { madeAtMs }: BackupManifest,
  { login, nowMs }: RestoreOrder,
): { identity: 'kept' | 'renewed'; ownKey: Uint8Array } {
  const base = openDatabase(file, key);
  try {
    const role = roleOf(base, login);
    const identity = renewIdentity(base, nowMs);
    noteEvent(base, { kind: 'restored', atMs: nowMs, madeAtMs, identity }, login);
    if (proveBase(base).faults.some(({ what }) => what !== 'brokenChain'))
      throw new GuichetError('backup-damaged', { detail: { name: DATABASE_FILE } });
    return { identity, ownKey: mayReadHealth(role) ? key : withoutHealth(key) };
  } finally {
    base.close();
  }
}

/** It is not said which logins there are. */
function roleOf(base: OpenDatabase, login: string): Role {
  const row = base.get('SELECT role FROM agent WHERE login = ? AND active = 1', login);
  if (!row) throw new GuichetError('wrong-passphrase');
  return roleSchema.parse(row['role']);
}

/** The station's own slots where this machine opens them; elsewhere one slot, of who restores. */
async function keepHeader(
  making: string,
  databaseKey: Uint8Array,
  { station }: BackupManifest,
  { secretStore, login, passphrase }: RestoreOrder,
): Promise<string[]> {
  const vault = createVault(making, secretStore);
  if (!(await vault.opensHere())) {
    rmSync(join(making, HEADER_FILE), { force: true });
    const { commit } = await vault.prepare({ login, passphrase, training: station.training, databaseKey });
    commit();
  }
  return vault.describe()?.logins ?? [];
}
