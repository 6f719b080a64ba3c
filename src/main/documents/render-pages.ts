import { deflateSync } from 'node:zlib';
import { AFRelationship, Duplex, PDFDocument, PrintScaling } from 'pdf-lib';
import type { PDFRef } from 'pdf-lib';
import { MM_PER_PT } from '#shared/sheet/geometry.ts';
import { deflatedStream, embedFace } from './embed-face.ts';
import type { FontName } from './fonts.ts';
import { pageContent, resourceName, type PrintedPage } from './page-content.ts';
import { sheetTypeface } from './typeface.ts';
import type { Typeface } from './typeface.ts';

export interface DocumentFacts {
  title: string;
  /** Instant of issue; the only date in the file, so that the same document always gives the same bytes. */
  issuedAtMs: number;
  /** Who issues, e.g. the académie. */
  author?: string;
  /** The data itself, for programs that receive the file. */
  attachment?: { name: string; json: string; description: string };
}

/** Draws pages as a PDF: vector codes, searchable text in reading order, pure black. */
export async function renderPages(pages: readonly PrintedPage[], facts: DocumentFacts): Promise<Uint8Array> {
  const typeface = sheetTypeface();
  const document = await PDFDocument.create({ updateMetadata: false });
  describe(document, facts);
  const embedded = new Map<FontName, PDFRef>();
  for (const page of pages) addPage(document, page, typeface, embedded);
  if (facts.attachment) await attach(document, facts.attachment, new Date(facts.issuedAtMs));
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

function describe(document: PDFDocument, facts: DocumentFacts): void {
  const issuedAt = new Date(facts.issuedAtMs);
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  if (facts.author) document.setAuthor(facts.author);
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
  page: PrintedPage,
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
  { name, json, description }: NonNullable<DocumentFacts['attachment']>,
  at: Date,
): Promise<void> {
  await document.attach(new TextEncoder().encode(json), name, {
    mimeType: 'application/json',
    description,
    creationDate: at,
    modificationDate: at,
    afRelationship: AFRelationship.Data,
  });
}
