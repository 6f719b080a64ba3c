import type { Box } from '#shared/sheet/layout.ts';
import { assertNever } from '#shared/assert-never.ts';
import { cutCorner, fold, punchHoles, type Corner } from './paper/damage.ts';
import { feltGrain, type Grain } from './paper/grain.ts';
import { photocopy } from './paper/photocopy.ts';
import { printOnPaper, STOCKS, type StockName } from './paper/print.ts';
import { showThrough } from './paper/show-through.ts';
import { coffeeRing, dust, stapleRust } from './paper/stains.ts';
import type { Channels, PaperRaster } from './raster.ts';
import type { RenderedPage } from './rasterise-pdf.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What happens to a sheet after it was written on. Millimetres from the top left corner of the sheet. */
export type PaperFault =
  | { kind: 'fold'; atMm: number }
  | { kind: 'coffee'; x: number; y: number; radiusMm: number }
  | { kind: 'staple'; x: number; y: number }
  | { kind: 'punch-holes' }
  | { kind: 'cut-corner'; corner: Corner; sizeMm: number };

export interface PaperPlan {
  stock: StockName;
  /** Sheets of a ream share their texture. */
  ream: string;
  /** 1 fresh cartridge, 0.6 nearly empty. */
  toner: number;
  /** The candidate signed and corrected a photocopy of the sheet. */
  photocopiedFirst: boolean;
  /** Share of light that the print of the other side takes, 0 to 0.15. */
  showThrough: number;
  /** Specks of dust. */
  dust: number;
  faults: PaperFault[];
}

export interface Sheet {
  paper: PaperRaster;
  grain: Grain;
}

/** The sheet as it leaves the printer, or the photocopier, before any pen. */
export function printSheet(
  page: RenderedPage,
  back: RenderedPage | undefined,
  plan: PaperPlan,
  printedInColour: boolean,
): Sheet {
  const stock = STOCKS[plan.stock];
  const grain = feltGrain(plan.ream);
  const paper = printOnPaper(page, stock, grain, { colour: printedInColour, toner: plan.toner });
  if (plan.photocopiedFirst) photocopy(paper, grain, stock.white);
  if (back && plan.showThrough > 0) showThrough(paper, back, plan.showThrough);
  return { paper, grain };
}

/** Ages the sheet; answers what a reader might see of each fault. */
export function wearSheet(
  sheet: Sheet,
  plan: PaperPlan,
  lid: Channels,
  random: SeededRandom,
): { fault: PaperFault; box: Box }[] {
  dust(sheet.paper, plan.dust, random.fork('dust'));
  return plan.faults.flatMap((fault, index) =>
    applyFault(sheet, fault, lid, random.fork(`fault ${index}`)).map((box) => ({ fault, box })),
  );
}

function applyFault({ paper, grain }: Sheet, fault: PaperFault, lid: Channels, random: SeededRandom): Box[] {
  switch (fault.kind) {
    case 'fold':
      return [fold(paper, grain, fault.atMm, random)];
    case 'coffee':
      return [coffeeRing(paper, grain, fault, fault.radiusMm, random)];
    case 'staple':
      return [stapleRust(paper, grain, fault, random)];
    case 'punch-holes':
      return punchHoles(paper, lid, random);
    case 'cut-corner':
      return [cutCorner(paper, fault.corner, fault.sizeMm, lid)];
    default:
      return assertNever(fault);
  }
}
