import type { PageReading } from '#shared/contract/page-reading.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import type { StoredRegistration } from '#main/domains/registrations/index.ts';
import { hasComeBefore, isCurrent } from './sheet-pages.ts';

/**
 * What only the base can tell of a page. One that already came in another stack is a duplicate, whatever this stack holds; one that is
 * behind only by the red ink of its own sheet, accepted while the stack was still being read, is not superseded.
 */
export function asInBase(
  database: ReadableDatabase,
  { id: registrationId, version: latest }: StoredRegistration,
  stackId: string,
  reading: PageReading,
): PageReading {
  const { version, sheetPage } = reading;
  if (version === undefined || sheetPage === undefined) return reading;
  const paper = { stackId, registrationId, version };
  const placed =
    reading.status === 'superseded' && isCurrent(database, paper, latest) ? asMatched(reading) : reading;
  return placed.status === 'matched' && hasComeBefore(database, paper, sheetPage)
    ? asDuplicate(placed)
    : placed;
}

function asMatched(reading: PageReading): PageReading {
  const reasons = reading.reasons.filter((code) => code !== 'superseded-version');
  return { ...reading, status: 'matched', reasons, needsReview: reasons.length > 0 };
}

function asDuplicate(reading: PageReading): PageReading {
  return {
    ...reading,
    status: 'duplicate',
    needsReview: true,
    reasons: [...reading.reasons, 'duplicate-page'],
  };
}
