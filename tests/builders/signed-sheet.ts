import { createMeasure, renderConfirmationPdf } from '#main/documents/confirmation/index.ts';
import { sealSheetCode, verifySheetCode } from '#main/documents/sheet-seal.ts';
import type { SheetLookup } from '#main/scan/index.ts';
import type { ConfirmationContent } from '#shared/sheet/confirmation-content.ts';
import { layoutConfirmation } from '#shared/sheet/layout-confirmation.ts';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import type { ReturnedPagePlan } from '#simulator/plan/return-plan.ts';
import { PLAIN_SCAN } from '#simulator/scanner/scan-plan.ts';
import type { ScanPlan } from '#simulator/scanner/scan-plan.ts';
import { simulateReturn } from '#simulator/signed-sheet.ts';
import { aShortConfirmation } from './confirmation-content.ts';

const STATION_KEY = new Uint8Array(32).fill(41);
const OTHER_KEY = new Uint8Array(32).fill(42);

export interface PrintedSheet {
  pdf: Uint8Array;
  layout: SheetLayout;
}

/** A confirmation as the station printed it. `forged`: its codes were sealed with a key that is not the station's. */
export async function aPrintedSheet(
  changes: Partial<ConfirmationContent> = {},
  { forged = false } = {},
): Promise<PrintedSheet> {
  const key = forged ? OTHER_KEY : STATION_KEY;
  const layout = layoutConfirmation(aShortConfirmation(changes), createMeasure(), (body) =>
    sealSheetCode(key, body),
  );
  return { layout, pdf: await renderConfirmationPdf(layout, { issuedAtMs: Date.UTC(2026, 10, 9) }) };
}

type Returned = Partial<Omit<ReturnedPagePlan, 'scan'>> & { scan?: Partial<ScanPlan> };

/** A page that came back and was scanned at 200 dpi; unsigned and unmarked unless told otherwise. */
export async function aScannedPage(
  sheet: PrintedSheet,
  { scan, ...changes }: Returned = {},
): Promise<Uint8Array> {
  const page: ReturnedPagePlan = {
    sheetPage: 1,
    corrections: [],
    otherMarks: [],
    paper: {
      stock: 'white',
      ream: 'test',
      toner: 1,
      photocopiedFirst: false,
      showThrough: 0,
      dust: 0,
      faults: [],
    },
    scan: { ...PLAIN_SCAN, dpi: 200, ...scan },
    ...changes,
  };
  const { images } = await simulateReturn({ ...sheet, seed: 'test', plan: { pages: [page] } });
  const [image] = images;
  if (!image) throw new Error('a page was planned and none came back');
  return image.bytes;
}

/** What a station that printed these sheets knows. */
export function aLookup(sheets: readonly PrintedSheet[], latestVersion = 1): SheetLookup {
  return ({ code, body, check }) => {
    const known = sheets.find(
      ({ layout }) =>
        layout.registrationNumber === code.registrationNumber && layout.version === code.version,
    );
    if (!known) return 'foreign';
    if (!verifySheetCode(STATION_KEY, body, check)) return 'forged';
    return { layout: known.layout, latestVersion };
  };
}
