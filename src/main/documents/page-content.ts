import { assertNever } from '#shared/assert-never.ts';
import { MM_PER_PT } from '#shared/sheet/geometry.ts';
import type { Box, PrintedItem, TextTag } from '#shared/sheet/layout.ts';
import type { FontName } from './fonts.ts';
import { qrMatrix } from './qr-matrix.ts';
import type { Typeface } from './typeface.ts';

/** What is drawn of a page, in millimetres from its top left corner. */
export interface PrintedPage {
  widthMm: number;
  heightMm: number;
  items: PrintedItem[];
  /** Drawn below everything else. */
  picture?: Picture;
}

export interface Picture {
  /** Of three colours. */
  jpeg: Uint8Array;
  widthPx: number;
  heightPx: number;
  box: Box;
  /** What it shows, for who cannot see it. */
  alternate: string;
}

export interface PageContent {
  operators: string;
  fonts: Set<FontName>;
  /** What each marked sequence of the page is; its place is its number (MCID). */
  marked: TextTag[];
}

/**
 * The drawing operators of one page, in the order of its items (ISO 32000-2, 8 and 9). Black is DeviceGray 0. Each text is a
 * marked sequence; all the rest, and what a page bears only because it is a page, is an artifact (14.8.2.2).
 */
export function pageContent(page: PrintedPage, typeface: Typeface): PageContent {
  const fonts = new Set<FontName>();
  const codePaths = new Map<string, CodePath>();
  const pen: Pen = { heightMm: page.heightMm, typeface, fonts, codePaths };
  const operators: string[] = [];
  const marked: TextTag[] = [];
  let inArtifact = false;
  page.items.forEach((item, index) => {
    const tag = tagOf(item);
    if (inArtifact && tag) operators.push('EMC');
    if (tag) operators.push(`/${tag.role} <</MCID ${marked.push(tag) - 1}>> BDC`);
    else if (!inArtifact) operators.push('/Artifact BMC');
    operators.push(drawItem(asHeard(item, page.items[index + 1]), pen));
    if (tag) operators.push('EMC');
    inArtifact = !tag;
  });
  if (inArtifact) operators.push('EMC');
  if (page.picture) operators.unshift(drawPicture(page.picture, marked.length, pen));
  return { operators: operators.join('\n'), fonts, marked };
}

const PARAGRAPH: TextTag = { role: 'P' };

/** Undefined for an artifact. */
function tagOf(item: PrintedItem): TextTag | undefined {
  if (item.kind !== 'text') return undefined;
  const { tag = PARAGRAPH } = item;
  return tag.role === 'furniture' ? undefined : tag;
}

/**
 * A space ends a line that the next one goes on with: without it the last word of one and the first of the next are heard as
 * one. None where a word too long for its column, an address mostly, is broken.
 */
function asHeard(item: PrintedItem, next: PrintedItem | undefined): PrintedItem {
  if (item.kind !== 'text' || next?.kind !== 'text' || !next.tag?.continues) return item;
  const isWordBroken = /[-/@_]$/u.test(item.text) || (item.text.endsWith('.') && /^\p{Ll}/u.test(next.text));
  return isWordBroken ? item : { ...item, text: `${item.text} ` };
}

/** Name of the picture in a page's resources. */
export const PICTURE_NAME = 'Picture';

/** Name of a font in a page's resources. */
export function resourceName(font: FontName): string {
  return `F-${font}`;
}

interface Pen {
  heightMm: number;
  typeface: Typeface;
  fonts: Set<FontName>;
  /** The copies of a code on a page are one drawing. */
  codePaths: Map<string, CodePath>;
}

interface CodePath {
  size: number;
  rects: string;
}

function drawItem(item: PrintedItem, pen: Pen): string {
  switch (item.kind) {
    case 'text':
      return drawText(item, pen);
    case 'line': {
      const from = `${pt(item.x1)} ${pt(pen.heightMm - item.y1)} m`;
      const to = `${pt(item.x2)} ${pt(pen.heightMm - item.y2)} l`;
      return `${number(item.grey)} G ${pt(item.widthMm)} w ${from} ${to} S`;
    }
    case 'rect':
      return drawRect(item, pen);
    case 'mark':
      return `0 g ${rectangle(item.box, pen)} f`;
    case 'witness':
      return `${item.rgb.map((part) => number(part / 255)).join(' ')} rg ${rectangle(item.box, pen)} f`;
    case 'code':
      return drawCode(item.box, item.payload, pen);
    default:
      return assertNever(item);
  }
}

/** Its number comes after those of the texts. */
function drawPicture({ box }: Picture, mcid: number, { heightMm }: Pen): string {
  const place = `${pt(box.w)} 0 0 ${pt(box.h)} ${pt(box.x)} ${pt(heightMm - box.y - box.h)} cm`;
  return `/Figure <</MCID ${mcid}>> BDC q ${place} /${PICTURE_NAME} Do Q EMC`;
}

function drawText(item: PrintedItem & { kind: 'text' }, pen: Pen): string {
  const shown = pen.typeface.runs(item.text, item.font).map(({ font, hex }) => {
    pen.fonts.add(font);
    return `/${resourceName(font)} ${number(item.sizePt)} Tf <${hex}> Tj`;
  });
  return `${number(item.grey)} g BT ${pt(item.x)} ${pt(pen.heightMm - item.y)} Td ${shown.join(' ')} ET`;
}

function drawRect({ box, strokeMm, fillGrey }: PrintedItem & { kind: 'rect' }, pen: Pen): string {
  const fill = fillGrey === undefined ? '' : `${number(fillGrey)} g ${rectangle(box, pen)} f`;
  const stroke = strokeMm === undefined ? '' : `0 G ${pt(strokeMm)} w ${rectangle(box, pen)} S`;
  return `${fill} ${stroke}`.trim();
}

/** One path for the whole symbol: modules filled apart would leave seams between them on screen. */
function drawCode(box: Box, payload: string, pen: Pen): string {
  let path = pen.codePaths.get(payload);
  if (!path) {
    path = codePath(payload);
    pen.codePaths.set(payload, path);
  }
  const scale = (side: number) => number(side / MM_PER_PT / path.size);
  const origin = `${pt(box.x)} ${pt(pen.heightMm - box.y - box.h)}`;
  return `q 0 g ${scale(box.w)} 0 0 ${scale(box.h)} ${origin} cm ${path.rects} f Q`;
}

function codePath(payload: string): CodePath {
  const matrix = qrMatrix(payload);
  const rects: string[] = [];
  for (let y = 0; y < matrix.size; y++) {
    for (let x = 0; x < matrix.size; x++) {
      const start = x;
      while (x < matrix.size && matrix.isDark(x, y)) x++;
      if (x > start) rects.push(`${start} ${matrix.size - 1 - y} ${x - start} 1 re`);
    }
  }
  return { size: matrix.size, rects: rects.join(' ') };
}

function rectangle(box: Box, pen: Pen): string {
  return `${pt(box.x)} ${pt(pen.heightMm - box.y - box.h)} ${pt(box.w)} ${pt(box.h)} re`;
}

function pt(mm: number): string {
  return number(mm / MM_PER_PT);
}

/** Three decimals: a thousandth of a point is far below any printer's dot. */
function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
