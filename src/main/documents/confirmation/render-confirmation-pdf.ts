import { deflateSync } from 'node:zlib';
import { AFRelationship, Duplex, PDFDocument, PrintScaling } from 'pdf-lib';
import type { PDFRef } from 'pdf-lib';
import { MM_PER_PT } from '#shared/sheet/geometry.ts';
import type { SheetLayout, SheetPage } from '#shared/sheet/layout.ts';
import type { FontName } from '../fonts.ts';
import { sheetTypeface } from '../typeface.ts';
import type { Typeface } from '../typeface.ts';
import { deflatedStream, embedFace } from './embed-face.ts';
import { pageContent, resourceName } from './page-content.ts';

interface ConfirmationPdfOptions {
  /** Instant of issue; the only date in the file, so that the same sheet always gives the same bytes. */
  issuedAtMs: number;
  /** Who issues, e.g. the académie. */
  author?: string;
  /** The registration itself, for programs that receive the file. */
  attachment?: { name: string; json: string };
}

/** Draws a layout as a PDF: vector codes, searchable text in reading order, pure black. */
export async function renderConfirmationPdf(
  layout: SheetLayout,
  options: ConfirmationPdfOptions,
): Promise<Uint8Array> {
  const typeface = sheetTypeface();
  const document = await PDFDocument.create({ updateMetadata: false });
  describe(document, layout, options);
  const embedded = new Map<FontName, PDFRef>();
  for (const page of layout.pages) addPage(document, page, typeface, embedded);
  if (options.attachment) await attach(document, options.attachment, new Date(options.issuedAtMs));
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

function describe(document: PDFDocument, layout: SheetLayout, options: ConfirmationPdfOptions): void {
  const issuedAt = new Date(options.issuedAtMs);
  document.setTitle(layout.title, { showInWindowTitleBar: true });
  if (options.author) document.setAuthor(options.author);
  document.setLanguage('fr-FR');
  document.setCreator('Guichet');
  document.setProducer('Guichet');
  document.setCreationDate(issuedAt);
  document.setModificationDate(issuedAt);
  const preferences = document.catalog.getOrCreateViewerPreferences();
  // A sheet printed "to fit" is read back with a scale to find: ask viewers to leave it as it is, on both sides.
  preferences.setPrintScaling(PrintScaling.None);
  preferences.setDuplex(Duplex.DuplexFlipLongEdge);
}

function addPage(
  document: PDFDocument,
  page: SheetPage,
  typeface: Typeface,
  embedded: Map<FontName, PDFRef>,
): void {
  const { context } = document;
  const { operators, fonts } = pageContent(page, typeface);
  const added = document.addPage([page.widthMm / MM_PER_PT, page.heightMm / MM_PER_PT]);
  added.node.addContentStream(context.register(deflatedStream(context, deflateSync(operators))));
  for (const font of fonts) {
    let ref = embedded.get(font);
    if (!ref) {
      ref = embedFace(context, typeface.face(font));
      embedded.set(font, ref);
    }
    added.node.setFontDictionary(context.obj(resourceName(font)), ref);
  }
}

async function attach(
  document: PDFDocument,
  { name, json }: { name: string; json: string },
  at: Date,
): Promise<void> {
  await document.attach(new TextEncoder().encode(json), name, {
    mimeType: 'application/json',
    description: 'Inscription telle que saisie',
    creationDate: at,
    modificationDate: at,
    afRelationship: AFRelationship.Data,
  });
}
