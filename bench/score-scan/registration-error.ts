import { identifyPage } from '#main/scan/identify-page.ts';
import { pageRasters } from '#main/scan/page-rasters.ts';
import { localScale, project } from '#main/scan/register/projection.ts';
import { PAGE_HEIGHT_MM, PAGE_WIDTH_MM } from '#shared/sheet/layout.ts';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import type { TruePage } from '#simulator/plan/truth.ts';

/** Largest distance over the page between where the reader lays the sheet and where it lies, in millimetres of the sheet. */
export async function registrationErrorMm(
  bytes: Uint8Array,
  layout: SheetLayout,
  truth: TruePage,
): Promise<number | undefined> {
  const rasters = await pageRasters({ kind: 'encoded', bytes, page: 0 });
  const identity = await identifyPage(rasters, async () => ({ layout, latestVersion: layout.version }));
  if (identity.kind !== 'known' || !identity.registration) return undefined;
  const { toScan } = identity.registration;
  const finer = (await rasters.fine()).width / rasters.working.width;
  const errors = [0.1, 0.5, 0.9].flatMap((across) =>
    [0.1, 0.5, 0.9].map((down) => {
      const place = { x: PAGE_WIDTH_MM * across, y: PAGE_HEIGHT_MM * down };
      const laid = project(toScan, place);
      const lies = trueProject(truth.sheetToImage, place);
      const scale = localScale(toScan, place);
      return Math.hypot((laid.x - lies.x / finer) / scale.x, (laid.y - lies.y / finer) / scale.y);
    }),
  );
  return Math.max(...errors);
}

function trueProject(
  m: TruePage['sheetToImage'],
  { x, y }: { x: number; y: number },
): { x: number; y: number } {
  const scale = m[6] * x + m[7] * y + m[8];
  return { x: (m[0] * x + m[1] * y + m[2]) / scale, y: (m[3] * x + m[4] * y + m[5]) / scale };
}
