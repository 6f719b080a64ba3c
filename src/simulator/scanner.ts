import { photocopy } from './paper/photocopy.ts';
import { STOCKS } from './paper/print.ts';
import type { Sheet } from './paper.ts';
import { pixelsPerMm, spendPaper } from './raster.ts';
import { encodeImage, type ScannedImage } from './scanner/encode.ts';
import { illuminate } from './scanner/illumination.ts';
import { frameSize, quarterTurned, sheetToFrame } from './scanner/page-projection.ts';
import { inOrder, inverse, scaling, translation, type Projection } from './scanner/projection.ts';
import { createRowReader } from './scanner/row-reader.ts';
import { LIDS, type ScanPlan } from './scanner/scan-plan.ts';
import { sense } from './scanner/sensor.ts';
import { streakGains } from './scanner/streaks.ts';
import type { SeededRandom } from './seeded-random.ts';

const COARSE_DPI = 150;

/**
 * Resolution at which a sheet is printed and written on, to be scanned at `dpi`: the same, but at the coarsest, where a
 * pixel of the sensor adds up more detail than a pen drawn so coarsely would show.
 */
export function renderingDpi(dpi: number): number {
  return dpi <= COARSE_DPI ? dpi * 2 : dpi;
}

export interface Scan {
  image: ScannedImage;
  /**
   * From millimetres on the sheet to pixels of the image, (0, 0) being the outer corner of the first pixel: what a
   * reader's registration is judged against.
   */
  sheetToImage: Projection;
}

/**
 * Scans a sheet, perhaps with another one `beneath` it, so much lower on the way through the feeder. The sheet is spent: its
 * memory goes to the next one.
 */
export async function scanSheet(
  sheet: Sheet,
  plan: ScanPlan,
  random: SeededRandom,
  beneath?: Sheet & { downMm: number },
): Promise<Scan> {
  const { paper, grain } = sheet;
  if (plan.photocopied) photocopy(paper, grain, STOCKS.white.white);
  const size = frameSize(plan.dpi);
  const toFrame = sheetToFrame(plan, random.fork('projection'));
  const density = pixelsPerMm(paper);
  const onPixelCentres = translation(-0.5, -0.5);
  const toPaper = inOrder(translation(0.5, 0.5), inverse(toFrame), scaling(density, density), onPixelCentres);
  const readRow = createRowReader(paper, {
    toPaper,
    shifts: [plan.redShift, { x: 0, y: 0 }, plan.blueShift],
    lid: LIDS[plan.lid],
    beneath: beneath && { paper: beneath.paper, downPx: Math.round(beneath.downMm * density) },
    widthPx: size.widthPx,
    oversampling: Math.round(paper.dpi / plan.dpi),
  });
  const illumination = illuminate(plan, random.fork('lamp'));
  const streaks = streakGains(size.widthPx, plan.dpi, plan.streaks, random.fork('streaks'));
  const sensed = sense({ plan, size, readRow, illumination, streaks }, random.fork('noise'));
  spendPaper(paper);
  if (beneath) spendPaper(beneath.paper);
  return {
    image: await encodeImage(sensed, plan),
    sheetToImage: inOrder(toFrame, quarterTurned(plan.quarterTurn, size)),
  };
}
