import type { CommandOutput } from '#shared/contract/index.ts';
import type { PageReading } from '#shared/contract/page-reading.ts';
import type { ReturnedSheet } from '#shared/contract/returned-pages.ts';
import type { StationContext } from '#main/context.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { findLayout } from '#main/domains/confirmations/index.ts';
import { findRegistrationById } from '#main/domains/registrations/index.ts';
import { getPage, type StoredPage } from './page-store.ts';
import { sheetOf } from './sheet-pages.ts';

/** A page as a person judges it: its reading, the sheet it was printed as, and the other pages of its paper. */
export function openPage(database: ReadableDatabase, id: string): CommandOutput<'returns.open'> {
  const stored = getPage(database, id);
  const { page, imageFacts, registrationId, version } = stored;
  const sheet = findSheet(database, stored);
  return {
    page: { ...page, reading: withoutArrived(page.reading, sheet) },
    image: imageFacts,
    layout:
      (registrationId !== null && version !== null && findLayout(database, registrationId, version)) || null,
    sheet,
  };
}

/** Null when the file could not be read. */
export function pageImage({ database, files }: StationContext, id: string): Uint8Array | null {
  const { imageFileId } = getPage(database, id);
  return imageFileId === null ? null : files.get(imageFileId);
}

function findSheet(
  database: ReadableDatabase,
  { page, registrationId, version }: StoredPage,
): ReturnedSheet | null {
  const registration = registrationId === null ? undefined : findRegistrationById(database, registrationId);
  if (!registration || version === null) return null;
  const paper = { stackId: page.stackId, registrationId: registration.id, version };
  return sheetOf(
    database,
    { ...paper, pageId: page.id, sheetPages: page.reading.sheetPages ?? 1 },
    registration.version,
  );
}

/** A page that was missing when its file was read may have come with a later one of the same stack. */
function withoutArrived(reading: PageReading, sheet: ReturnedSheet | null): PageReading {
  if (!sheet || sheet.missingPages.length > 0) return reading;
  return { ...reading, warnings: reading.warnings.filter((code) => code !== 'page-missing') };
}
