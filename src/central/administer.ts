import { openBlobPlace, type BlobPlace } from './blobs/blob-place.ts';
import { backUp } from './backup/back-up.ts';
import { restore, type Restored } from './backup/restore.ts';
import { enrolByFile, type EnrolledByFile, type EnrolmentDesk } from './enrolment/enrol-by-file.ts';
import { createEnrolmentCode, type EnrolmentCodeRequest } from './enrolment/enrolment-codes.ts';
import { loadServerKey, rotateServerKey } from './keys/server-key.ts';
import { keepOfficeUser, type OfficeUser } from './office/office-users.ts';
import { migrate } from './postgres/migrate.ts';
import { reachDatabase } from './postgres/reach-database.ts';
import type { Database } from './postgres/database.ts';

/** Where a centre's state is, for the commands beside it. */
export interface CentrePlace {
  dataFolder: string;
  databaseUrl?: string;
}

/** And its scans. */
export interface CentreStores extends CentrePlace, BlobPlace {}

/** Adds a person of the rectorat, or gives her a new password and role. Throws RangeError for a password that is too short. */
export function addOfficeUser(
  place: CentrePlace,
  user: Omit<OfficeUser, 'userId'> & { password: string },
): Promise<void> {
  return atDatabase(place, async (database) => {
    await migrate(database);
    await keepOfficeUser(database, Date.now(), user);
  });
}

/** While the centre runs or not. Returns how many rows of each table. */
export function backUpCentre(place: CentrePlace, file: string): Promise<Record<string, number>> {
  return atDatabase(place, (database) => backUp(database, file, Date.now()));
}

/** Into an empty base, of a centre that is stopped. Throws RestoreRefused. */
export function restoreCentre(place: CentreStores, file: string): Promise<Restored> {
  const blobs = openBlobPlace(place);
  return atDatabase(place, (database) => restore(database, file, (sha256) => blobs.holds(sha256)));
}

/** A station whose request came on a key. Throws EnrolmentFileRefused, Refusal. */
export function enrolFile(
  place: CentrePlace,
  options: EnrolmentDesk,
  content: Uint8Array,
): Promise<EnrolledByFile> {
  return atDatabase(place, async (database) => {
    await migrate(database);
    return enrolByFile(database, { dataFolder: place.dataFolder, ...options }, content);
  });
}

/** A one-time code, for a new station or for one that is attached again. Throws RangeError for a station that is unknown. */
export function makeCode(place: CentrePlace, request: EnrolmentCodeRequest): Promise<string> {
  return atDatabase(place, async (database) => {
    await migrate(database);
    const { replaces } = request;
    const isKnown =
      replaces === undefined ||
      (await database.rows('SELECT 1 FROM station WHERE station_id::text = $1', [replaces])).length > 0;
    if (!isKnown) throw new RangeError('unknown station');
    return createEnrolmentCode(database, (await loadServerKey(database)).keyId, request);
  });
}

/** While the centre runs or not; a backup is written at once, since one of before would sign with a key that no station believes. */
export function rotateKeys(
  place: CentrePlace,
  backupFile: string,
): Promise<{ keyId: string; replaces: string }> {
  return atDatabase(place, async (database) => {
    await migrate(database);
    await loadServerKey(database);
    const rotated = await rotateServerKey(database, Date.now());
    await backUp(database, backupFile, Date.now());
    return rotated;
  });
}

/** Oldest first; the last one signs. */
export function listKeys(place: CentrePlace): Promise<readonly string[]> {
  return atDatabase(place, async (database) => {
    await migrate(database);
    return (await loadServerKey(database)).keyIds;
  });
}

async function atDatabase<T>(place: CentrePlace, work: (database: Database) => Promise<T>): Promise<T> {
  const { database, close } = await reachDatabase(place.dataFolder, place.databaseUrl);
  return work(database).finally(close);
}
