import sharp from 'sharp';
import { identifyPage } from '#main/scan/identify-page.ts';
import { pageRasters } from '#main/scan/page-rasters.ts';
import { readPage } from '#main/scan/read-page.ts';
import { project } from '#main/scan/register/projection.ts';
import type { Box } from '#shared/sheet/layout.ts';
import { rasterisePdf } from '#simulator/rasterise-pdf.ts';
import { renderConfirmationPdf } from '#main/documents/confirmation/index.ts';
import type { OfficePage } from './office-pages.ts';

/** Names the fields that a method believes a red pen has touched. */
export type FlagFields = (page: OfficePage) => Promise<string[]>;

export const ourReader: FlagFields = async ({ bytes, layout, name }) => {
  const { reading } = await readPage(
    { kind: 'encoded', bytes, page: 0 },
    { file: name, page: 1 },
    async () => ({
      layout,
      latestVersion: layout.version,
    }),
  );
  return reading.marks.filter(({ ink }) => ink === 'red').flatMap(({ fields }) => fields);
};

const WORKING_PX = 1240;
const LEAST_MARK_MM2 = 0.3;

/** The usual recipe: hue within 15° of red, saturated, not too dark; the sheet taken to fill the scan. */
export const naiveHsv: FlagFields = async ({ bytes, layout, truth }) => {
  const { data, info } = await sharp(bytes)
    .resize({ width: WORKING_PX })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const page = layout.pages[truth.sheetPage - 1];
  if (!page) return [];
  const perMm = info.width / page.widthMm;
  const isMarked = (box: Box): boolean => {
    let pixels = 0;
    eachPixel(box, perMm, (x, y) => {
      const at = (y * info.width + x) * 3;
      if (isHsvRed(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) pixels++;
    });
    return pixels / (perMm * perMm) >= LEAST_MARK_MM2;
  };
  return page.fields.filter(({ box }) => isMarked(box)).map(({ id }) => id);
};

function isHsvRed(r: number, g: number, b: number): boolean {
  const most = Math.max(r, g, b);
  const chroma = most - Math.min(r, g, b);
  if (most !== r || most < 50 || chroma < 0.35 * most) return false;
  return Math.abs((g - b) / chroma) * 60 <= 15;
}

const DIFFERENCE = 80;

/** Aligned by our own registration, which is a gift; then what differs from the page as printed, in grey. */
export const alignAndDifference: FlagFields = async ({ bytes, layout, truth }) => {
  const rasters = await pageRasters({ kind: 'encoded', bytes, page: 0 });
  const { working } = rasters;
  const identity = await identifyPage({ ...rasters, fine: () => Promise.resolve(working) }, async () => ({
    layout,
    latestVersion: layout.version,
  }));
  if (identity.kind !== 'known' || !identity.registration) return [];
  const { toScan } = identity.registration;
  const print = await rasterisePdf(await pdfOf(layout), truth.sheetPage, 150);
  const perMm = print.dpi / 25.4;
  const isMarked = (box: Box): boolean => {
    let pixels = 0;
    eachPixel(box, perMm, (x, y) => {
      const seen = project(toScan, { x: (x + 0.5) / perMm, y: (y + 0.5) / perMm });
      const at = (Math.floor(seen.y) * working.width + Math.floor(seen.x)) * 3;
      const printed = (y * print.widthPx + x) * 3;
      if (Math.abs((working.data[at + 1] ?? 255) - (print.rgb[printed + 1] ?? 255)) > DIFFERENCE) pixels++;
    });
    return pixels / (perMm * perMm) >= LEAST_MARK_MM2;
  };
  return identity.page.fields.filter(({ box }) => isMarked(box)).map(({ id }) => id);
};

const pdfs = new Map<string, Promise<Uint8Array>>();

function pdfOf(layout: OfficePage['layout']): Promise<Uint8Array> {
  const pdf = pdfs.get(layout.registrationNumber) ?? renderConfirmationPdf(layout, { issuedAtMs: 0 });
  pdfs.set(layout.registrationNumber, pdf);
  return pdf;
}

function eachPixel({ x, y, w, h }: Box, perMm: number, visit: (x: number, y: number) => void): void {
  for (let row = Math.ceil(y * perMm); row < (y + h) * perMm; row++)
    for (let column = Math.ceil(x * perMm); column < (x + w) * perMm; column++) visit(column, row);
}
