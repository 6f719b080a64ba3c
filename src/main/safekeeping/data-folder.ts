/** Names in the data folder of a station. */
export const HEADER_FILE = 'station.json';
export const DATABASE_FILE = 'guichet.db';
/** What belongs to the base and must never lie beside another one: an old log would be written into it. */
export const BESIDE_DATABASE = [`${DATABASE_FILE}-wal`, `${DATABASE_FILE}-shm`] as const;
export const FILES_FOLDER = 'files';
export const SNAPSHOTS_FOLDER = 'snapshots';
/** What was replaced, by moment: never deleted by the program. */
export const DAMAGED_FOLDER = 'damaged';
/** What is being made to take the place of what is there. */
export const REPLACEMENT_FOLDER = 'replacement';
/** A command met damage: the base is read whole before it is opened again. */
export const SUSPECT_FILE = 'suspect';

/** A moment as a name of a file that every system takes and that sorts by time. */
export function stampOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 19).replaceAll(':', '').replaceAll('-', '').replace('T', '-');
}
