import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, grayscale } from 'pdf-lib-plain';
import PdfKit from 'pdfkit';
import pdfmake from 'pdfmake';
import { MM_PER_PT } from '#shared/sheet/geometry.ts';
import type { PrintedItem, SheetLayout, SheetPage } from '#shared/sheet/layout.ts';

/**
 * The same texts, lines and frames at the same places, by other makers of PDF, each as its manual says. Their work is lighter: no codes, no
 * tags except from Typst, no archival metadata, no attachment.
 */
export type Peer = (layout: SheetLayout) => Promise<Uint8Array>;

const fontFile = (name: string) =>
  fileURLToPath(new URL(`../../assets/fonts/AtkinsonHyperlegible-${name}.ttf`, import.meta.url));
const FILES = { regular: fontFile('Regular'), bold: fontFile('Bold') };
const BYTES = { regular: readFileSync(FILES.regular), bold: readFileSync(FILES.bold) };

type Content = Parameters<typeof pdfmake.createPdf>[0]['content'];

const pt = (mm: number) => mm / MM_PER_PT;
type Kind<K extends PrintedItem['kind']> = PrintedItem & { kind: K };

const pdfLib: Peer = async (layout) => {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const fonts = {
    regular: await document.embedFont(BYTES.regular, { subset: true }),
    bold: await document.embedFont(BYTES.bold, { subset: true }),
  };
  for (const { items, widthMm, heightMm } of layout.pages) {
    const page = document.addPage([pt(widthMm), pt(heightMm)]);
    const up = (mm: number) => pt(heightMm - mm);
    for (const item of items) {
      if (item.kind === 'text')
        page.drawText(item.text, {
          x: pt(item.x),
          y: up(item.y),
          size: item.sizePt,
          font: fonts[item.font],
          color: grayscale(item.grey),
        });
      if (item.kind === 'line')
        page.drawLine({
          start: { x: pt(item.x1), y: up(item.y1) },
          end: { x: pt(item.x2), y: up(item.y2) },
          thickness: pt(item.widthMm),
          color: grayscale(item.grey),
        });
      if (item.kind === 'rect')
        page.drawRectangle({
          x: pt(item.box.x),
          y: up(item.box.y + item.box.h),
          width: pt(item.box.w),
          height: pt(item.box.h),
          borderWidth: pt(item.strokeMm ?? 0),
          borderColor: grayscale(0),
        });
    }
  }
  return document.save();
};

const pdfKit: Peer = async (layout) => {
  const document = new PdfKit({ autoFirstPage: false });
  const parts: Uint8Array[] = [];
  const finished = new Promise((resolve) => document.on('end', resolve));
  document.on('data', (part: Uint8Array) => parts.push(part));
  document.registerFont('regular', FILES.regular).registerFont('bold', FILES.bold);
  for (const { items, widthMm, heightMm } of layout.pages) {
    document.addPage({ size: [pt(widthMm), pt(heightMm)], margin: 0 });
    for (const item of items) drawWithPdfKit(document, item);
  }
  document.end();
  await finished;
  return Buffer.concat(parts);
};

function drawWithPdfKit(document: InstanceType<typeof PdfKit>, item: PrintedItem): void {
  if (item.kind === 'text')
    document
      .font(item.font)
      .fontSize(item.sizePt)
      .fillColor(greyHex(item.grey))
      .text(item.text, pt(item.x), pt(item.y), { lineBreak: false, baseline: 'alphabetic' });
  if (item.kind === 'line')
    document
      .lineWidth(pt(item.widthMm))
      .moveTo(pt(item.x1), pt(item.y1))
      .lineTo(pt(item.x2), pt(item.y2))
      .stroke(greyHex(item.grey));
  if (item.kind === 'rect')
    document
      .lineWidth(pt(item.strokeMm ?? 0))
      .rect(pt(item.box.x), pt(item.box.y), pt(item.box.w), pt(item.box.h))
      .stroke('#000000');
}

pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(FILES).includes(path));
pdfmake.setFonts({ Sheet: { normal: FILES.regular, bold: FILES.bold } });

const pdfMake: Peer = async (layout) => {
  const content: Content[] = layout.pages.flatMap((page, index) => [
    { text: '', ...(index > 0 ? { pageBreak: 'before' as const } : {}) },
    ...page.items.flatMap(asPdfMake),
  ]);
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: 0,
    defaultStyle: { font: 'Sheet' },
    content,
  });
  return document.getBuffer();
};

function asPdfMake(item: PrintedItem): Content[] {
  if (item.kind === 'text')
    return [
      {
        text: item.text,
        bold: item.font === 'bold',
        fontSize: item.sizePt,
        color: greyHex(item.grey),
        absolutePosition: { x: pt(item.x), y: pt(item.y) - item.sizePt },
      },
    ];
  const drawn = canvasOf(item);
  return drawn ? [{ canvas: [drawn], absolutePosition: { x: 0, y: 0 } }] : [];
}

function canvasOf(item: PrintedItem) {
  if (item.kind === 'line')
    return {
      type: 'line' as const,
      x1: pt(item.x1),
      y1: pt(item.y1),
      x2: pt(item.x2),
      y2: pt(item.y2),
      lineWidth: pt(item.widthMm),
    };
  if (item.kind === 'rect')
    return {
      type: 'rect' as const,
      x: pt(item.box.x),
      y: pt(item.box.y),
      w: pt(item.box.w),
      h: pt(item.box.h),
      lineWidth: pt(item.strokeMm ?? 0),
    };
  return undefined;
}

const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [BYTES.regular, BYTES.bold] }] });

const typst: Peer = (layout) => {
  const source = `#set page(width: 210mm, height: 297mm, margin: 0mm)
#set text(font: "Atkinson Hyperlegible", lang: "fr", top-edge: "baseline", bottom-edge: "baseline")
${layout.pages.map(typstPage).join('\n#pagebreak()\n')}`;
  return Promise.resolve(compiler.pdf({ mainFileContent: source, resetRead: true }));
};

function typstPage(page: SheetPage): string {
  return page.items.map(asTypst).join('\n');
}

function asTypst(item: PrintedItem): string {
  if (item.kind === 'text') return typstText(item);
  if (item.kind === 'line')
    return `#place(top + left, line(start: (${item.x1}mm, ${item.y1}mm), end: (${item.x2}mm, ${item.y2}mm), stroke: ${item.widthMm}mm + luma(${Math.round(item.grey * 255)})))`;
  if (item.kind === 'rect')
    return `#place(top + left, dx: ${item.box.x}mm, dy: ${item.box.y}mm, rect(width: ${item.box.w}mm, height: ${item.box.h}mm, stroke: ${item.strokeMm ?? 0}mm))`;
  return '';
}

function typstText({ x, y, text, font, sizePt, grey }: Kind<'text'>): string {
  const style = `size: ${sizePt}pt, weight: "${font}", fill: luma(${Math.round(grey * 255)})`;
  return `#place(top + left, dx: ${x}mm, dy: ${y}mm, text(${style}, ${JSON.stringify(text)}))`;
}

function greyHex(grey: number): string {
  return `#${Math.round(grey * 255)
    .toString(16)
    .padStart(2, '0')
    .repeat(3)}`;
}

export const PEERS: Readonly<Record<string, Peer>> = {
  'pdf-lib': pdfLib,
  pdfkit: pdfKit,
  pdfmake: pdfMake,
  typst,
};
