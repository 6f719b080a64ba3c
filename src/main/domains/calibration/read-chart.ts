import type { ChartReading, InkBounds } from '#shared/contract/calibration.ts';
import { GuichetError } from '#shared/errors.ts';
import { CHART_NUMBER, CHART_PENS, layoutCalibrationChart } from '#shared/sheet/calibration-chart.ts';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import type { StationContext } from '#main/context.ts';
import { sealSheetCode, verifySheetCode } from '#main/documents/sheet-seal.ts';
import { getStation, sheetFactsOf } from '#main/domains/station/index.ts';
import type { ReadPage, ScanFile, ScanReader, SheetLookup } from '#main/scan/index.ts';
import { currentInkBounds } from './ink-profile.ts';

/** The same on paper and for the reader: it holds nothing that changes. */
export async function chartLayout({ database }: Pick<StationContext, 'database'>): Promise<SheetLayout> {
  const { createMeasure } = await import('#main/documents/confirmation/index.ts');
  const { sheetKey, printsInColour } = sheetFactsOf(database);
  const { training } = getStation(database);
  return layoutCalibrationChart({ training, printedInColour: printsInColour }, createMeasure(), (body) =>
    sealSheetCode(sheetKey, body),
  );
}

/** Only this station's own chart: another one would calibrate for a scanner that is not here. */
function chartLookup({ database }: Pick<StationContext, 'database'>, layout: SheetLayout): SheetLookup {
  const { sheetKey } = sheetFactsOf(database);
  return ({ code, body, check }) => {
    if (code.registrationNumber !== CHART_NUMBER) return 'foreign';
    if (code.training !== layout.training) return 'trainingMismatch';
    return verifySheetCode(sheetKey, body, check) ? { layout, latestVersion: 1, isChart: true } : 'foreign';
  };
}

/** Reads scanned charts with the bounds in force, and says what would be better. Throws `cancelled`. */
export async function readCharts(
  context: StationContext,
  { reader, files, signal }: { reader: ScanReader; files: ScanFile[]; signal: AbortSignal },
): Promise<Omit<ChartReading, 'kept'>> {
  const pages: ReadPage[] = [];
  const layout = await chartLayout(context);
  await reader.read(files, chartLookup(context, layout), { onPage: (page) => pages.push(page), signal });
  if (signal.aborted) throw new GuichetError('cancelled');
  return judged(pages, currentInkBounds(context.database) ?? undefined);
}

/** A chart scanned without colour says nothing of pens, and one scanned twice says it twice: both are taken as they come. */
async function judged(
  pages: readonly ReadPage[],
  inForce: InkBounds | undefined,
): Promise<Omit<ChartReading, 'kept'>> {
  const { classifyPen, fitBounds } = await import('#main/scan/index.ts');
  const samples = pages.flatMap(({ reading, pens }) =>
    reading.reasons.includes('colour-unknown') ? [] : (pens ?? []),
  );
  const known = samples.flatMap((sample) => {
    const pen = CHART_PENS.find(({ id }) => id === sample.field);
    return pen ? [{ ...sample, label: pen.label, expected: pen.ink }] : [];
  });
  const bounds = known.length > 0 ? fitBounds(known) : null;
  return {
    bounds,
    pens: known.map(({ field, label, expected, hue, chroma, stroke }) => ({
      pen: field,
      label,
      expected,
      hue: Math.round(hue),
      chroma: Math.round(chroma),
      ...classifyPen(stroke, inForce),
      inkThen: classifyPen(stroke, bounds ?? inForce).ink,
    })),
    refused: pages
      .filter(({ pens, reading }) => !pens || reading.reasons.includes('colour-unknown'))
      .map(({ reading }) => ({
        file: reading.file,
        reasons: reading.reasons,
      })),
  };
}
