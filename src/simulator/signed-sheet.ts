import type { SheetLayout, SheetPage } from '#shared/sheet/layout.ts';
import { drawHand, type Hand } from './ink/handwriting.ts';
import { markPage } from './ink/mark-page.ts';
import { BACK_SIDE_DPI } from './paper/show-through.ts';
import { printSheet, wearSheet, type Sheet } from './paper.ts';
import type { ReturnedPagePlan, ReturnPlan } from './plan/return-plan.ts';
import type { ReturnTruth, TruePage } from './plan/truth.ts';
import { rasterisePdf, type RenderedPage } from './rasterise-pdf.ts';
import { LIDS } from './scanner/scan-plan.ts';
import { renderingDpi, scanSheet } from './scanner.ts';
import type { ScannedImage } from './scanner/encode.ts';
import { SeededRandom } from './seeded-random.ts';

export interface ReturnedImage extends ScannedImage {
  /** From 1. */
  page: number;
}

export interface SimulatedReturn {
  images: ReturnedImage[];
  truth: ReturnTruth;
}

export interface ReturnRequest {
  /** The confirmation as this program printed it. */
  pdf: Uint8Array;
  layout: SheetLayout;
  /** The same seed and plan give the same bytes. */
  seed: string | number;
  plan: ReturnPlan;
}

/**
 * Plays what happens to a confirmation between the printer and the scanned file, and says what really happened: the
 * truth that a reader is scored against. Throws `file-unsupported` where poppler is missing, `file-unreadable` for a PDF
 * that it refuses.
 */
export async function simulateReturn(request: ReturnRequest): Promise<SimulatedReturn> {
  const random = new SeededRandom(request.seed);
  const hand = drawHand(random.fork('hand'));
  const images: ReturnedImage[] = [];
  const pages: TruePage[] = [];
  for (const [index, plan] of request.plan.pages.entries()) {
    const returned = await simulatePage(request, plan, hand, random.fork(`page ${index + 1}`));
    images.push({ page: index + 1, ...returned.image });
    pages.push({ page: index + 1, ...returned.truth });
  }
  return { images, truth: { pages } };
}

async function simulatePage(
  { pdf, layout }: ReturnRequest,
  plan: ReturnedPagePlan,
  hand: Hand,
  random: SeededRandom,
): Promise<{ image: ScannedImage; truth: Omit<TruePage, 'page'> }> {
  const page = getPage(layout, plan.sheetPage);
  const back = await renderBack(pdf, layout, plan);
  const print = async (sheetPage: number, behind?: RenderedPage): Promise<Sheet> => {
    const rendered = await rasterisePdf(pdf, sheetPage, renderingDpi(plan.scan.dpi));
    return printSheet(rendered, behind, plan.paper, layout.printedInColour);
  };
  const sheet = await print(plan.sheetPage, back);
  const marks = markPage({ sheet, page, hand }, plan, random.fork('marks'));
  const wear = wearSheet(sheet, plan.paper, LIDS[plan.scan.lid], random.fork('wear'));
  const beneath = plan.beneath && { ...(await print(plan.beneath.sheetPage)), downMm: plan.beneath.downMm };
  const { image, sheetToImage } = await scanSheet(sheet, plan.scan, random.fork('scan'), beneath);
  const stains = wear.map(({ fault, box }) => ({
    ink: 'stain' as const,
    fields: [],
    touched: [],
    box,
    kind: fault.kind,
  }));
  return {
    image,
    truth: {
      sheetPage: plan.sheetPage,
      registrationNumber: layout.registrationNumber,
      version: layout.version,
      rotation: plan.scan.quarterTurn,
      dpi: plan.scan.dpi,
      colour: seenColour(plan),
      ...(page.signatureBox && { signature: plan.signature ? 'present' : 'absent' }),
      ...(page.dateBox && { date: plan.date ? 'present' : 'absent' }),
      marks: [...marks, ...stains],
      sheetToImage,
    },
  };
}

function getPage(layout: SheetLayout, sheetPage: number): SheetPage {
  const page = layout.pages[sheetPage - 1];
  if (!page) throw new RangeError(`La feuille n'a pas de page ${sheetPage}.`);
  return page;
}

/** The other side of a sheet printed on both; a sheet of one page is its own back, as a leaf lying beneath it. */
async function renderBack(
  pdf: Uint8Array,
  layout: SheetLayout,
  plan: ReturnedPagePlan,
): Promise<RenderedPage | undefined> {
  if (plan.paper.showThrough === 0) return undefined;
  const otherSide = plan.sheetPage % 2 === 1 ? plan.sheetPage + 1 : plan.sheetPage - 1;
  return rasterisePdf(pdf, Math.min(otherSide, layout.pages.length), BACK_SIDE_DPI);
}

function seenColour({ scan }: ReturnedPagePlan): TruePage['colour'] {
  if (scan.mode === 'bilevel') return 'bilevel';
  return scan.mode === 'colour' && !scan.photocopied ? 'colour' : 'grey';
}
