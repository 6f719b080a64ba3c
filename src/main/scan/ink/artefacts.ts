import type { SheetPage } from '#shared/sheet/layout.ts';
import { ARTEFACT } from '../thresholds.ts';
import type { Stroke } from './measure-strokes.ts';

/** Traces that no hand made: tinted print, edges of the sheet, folds, feeder streaks, punch holes. */
export function isArtefact(stroke: Stroke, page: SheetPage): boolean {
  return (
    isTintedPrint(stroke) ||
    isAtEdge(stroke, page) ||
    isOverEdge(stroke, page) ||
    isRimOfRule(stroke, page) ||
    isRuled(stroke) ||
    isScanLine(stroke) ||
    isHole(stroke, page)
  );
}

/** Lies on print and nowhere else, and is thinner or paler than a pen: the coloured rim of a rule or a letter. */
function isTintedPrint({ coloured, printShare, widthMm, chroma }: Stroke): boolean {
  const { onPrintShare, penWidthMm, penChroma } = ARTEFACT;
  return coloured && printShare > onPrintShare && (widthMm < penWidthMm || chroma < penChroma);
}

function edgeDistance({ box }: Stroke, page: SheetPage): number {
  const middleX = box.x + box.w / 2;
  const middleY = box.y + box.h / 2;
  return Math.min(middleX, middleY, page.widthMm - middleX, page.heightMm - middleY);
}

/** Lies wholly in the strip that printers leave white; nobody writes a correction there. */
function isAtEdge(stroke: Stroke, page: SheetPage): boolean {
  const { x, y, w, h } = stroke.box;
  const inner = ARTEFACT.edgeMm;
  const wholly = x + w < inner || y + h < inner || x > page.widthMm - inner || y > page.heightMm - inner;
  return wholly || (!stroke.coloured && edgeDistance(stroke, page) < inner);
}

/**
 * Comes in from beyond the sheet: what lies under a page that is not wholly on the glass or in the picture. At a corner it comes from two
 * sides, and further. A hand stops before the paper does.
 */
function isOverEdge({ box: { x, y, w, h } }: Stroke, { widthMm, heightMm }: SheetPage): boolean {
  const { beyondMm, reachMm, cornerReachMm } = ARTEFACT.overEdge;
  const [right, bottom] = [widthMm - x - w, heightMm - y - h];
  const across = Math.min(x, right) <= beyondMm;
  const along = Math.min(y, bottom) <= beyondMm;
  if (across && along) return Math.min(w, h) <= cornerReachMm;
  return (across && w <= reachMm) || (along && h <= reachMm);
}

/**
 * Level, thinner than a pen, and along a rule of the form: the rim that a scanner gives to a rule that lies a little askew. A hand does not
 * follow a rule to a quarter of a millimetre.
 */
function isRimOfRule({ coloured, box: { x, y, w, h } }: Stroke, page: SheetPage): boolean {
  const { mostHeightMm, timesHeight, fromRuleMm } = ARTEFACT.ruleRim;
  if (!coloured || h > mostHeightMm || w < h * timesHeight) return false;
  const middle = y + h / 2;
  return page.items.some(
    (item) =>
      item.kind === 'line' &&
      item.y1 === item.y2 &&
      Math.abs(item.y1 - middle) <= fromRuleMm &&
      Math.min(item.x1, item.x2) <= x + w &&
      Math.max(item.x1, item.x2) >= x,
  );
}

/**
 * Thinner than any pen, on a page whose own colours are gone: the rim that a scanner gives to black writing. Where colours were seen such
 * a thin dash may be of a pen that is nearly dry.
 */
export function isRimOfCopy({ coloured, box }: Stroke): boolean {
  return coloured && Math.min(box.w, box.h) < ARTEFACT.copyRimMm;
}

/** Straight along the page and longer than any stroke: a streak of the glass, the crease of a fold. */
function isRuled({ box, widthMm }: Stroke): boolean {
  const [short, long] = box.w < box.h ? [box.w, box.h] : [box.h, box.w];
  return (
    long >= ARTEFACT.ruledMm &&
    short <= Math.max(ARTEFACT.ruledAcrossMm, widthMm * 2, long * ARTEFACT.ruledSlope)
  );
}

/** A dead or dirty sensor line shows faintly for a while: dead straight, one pixel wide, hardly darker than the paper. */
function isScanLine({ coloured, box, widthMm, absorbance }: Stroke): boolean {
  const { leastMm, mostWidthMm, mostAbsorbance } = ARTEFACT.scanLine;
  const [short, long] = box.w < box.h ? [box.w, box.h] : [box.h, box.w];
  return (
    coloured &&
    long >= leastMm &&
    short <= long * ARTEFACT.ruledSlope &&
    widthMm <= mostWidthMm &&
    Math.max(...absorbance) <= mostAbsorbance
  );
}

/** A filled disc near the margin, about the size that an office punch makes. */
function isHole(stroke: Stroke, page: SheetPage): boolean {
  const { w, h } = stroke.box;
  const round = Math.abs(Math.log((w + 0.2) / (h + 0.2))) < 0.25;
  const filled = stroke.areaMm2 > 0.6 * w * h;
  return (
    !stroke.coloured &&
    round &&
    filled &&
    w > 3.5 &&
    w < 9 &&
    edgeDistance(stroke, page) < ARTEFACT.holeMarginMm
  );
}
