import { verifySheetCode } from '#main/documents/sheet-seal.ts';
import type { StationContext } from '#main/context.ts';
import { currentInkBounds } from '#main/domains/calibration/index.ts';
import { findLayout } from '#main/domains/confirmations/index.ts';
import { findRegistration } from '#main/domains/registrations/index.ts';
import { getStation, sheetFactsOf } from '#main/domains/station/index.ts';
import type { SheetLookup } from '#main/scan/index.ts';

/**
 * What this station knows of a sheet code: nothing is trusted before its check, made with a key that only this station
 * holds. Another station's sheet is foreign here, whatever it says.
 */
export function createSheetLookup(context: StationContext): SheetLookup {
  const { sheetKey } = sheetFactsOf(context.database);
  const station = getStation(context.database);
  const inkBounds = currentInkBounds(context.database);
  return ({ code, body, check }) => {
    if (code.training !== station.training) return 'trainingMismatch';
    const registration = findRegistration(context.database, code.registrationNumber);
    if (!verifySheetCode(sheetKey, body, check)) return registration ? 'forged' : 'foreign';
    const layout = registration && findLayout(context.database, registration.id, code.version);
    if (!layout) return 'foreign';
    return { layout, latestVersion: registration.version, ...(inkBounds && { inkBounds }) };
  };
}
