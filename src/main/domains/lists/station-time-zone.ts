import type { ReadableDatabase } from '#main/database/types.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { getStation } from '#main/domains/station/index.ts';

/** Days and hours of a list are those of the station's académie, overseas included. */
export function stationTimeZone(database: ReadableDatabase, reference: Reference): string {
  return reference.findAcademy(getStation(database).academyCode)?.timeZone ?? 'Europe/Paris';
}
