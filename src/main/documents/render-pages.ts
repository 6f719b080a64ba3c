import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { AFRelationship, Duplex, PDFDocument, PDFName, PDFRawStream, PrintScaling } from 'pdf-lib';
import type { PDFPage, PDFRef } from 'pdf-lib';
import { MM_PER_PT } from '#shared/sheet/geometry.ts';
import { makeArchival, PRODUCER } from './archival.ts';
import { deflatedStream, embedFace } from './embed-face.ts';
import type { FontName } from './fonts.ts';
import { PICTURE_NAME, pageContent, resourceName, type Picture, type PrintedPage } from './page-content.ts';
import { addStructureTree } from './structure-tree.ts';
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

/** A page of text is 5 KB instead of 4, in a third of the time. */
const DEFLATE_LEVEL = 3;

/** Draws pages as a PDF/A-3A: vector codes, text that is tagged and in reading order, pure black. */
export async function renderPages(pages: readonly PrintedPage[], facts: DocumentFacts): Promise<Uint8Array> {
  const typeface = sheetTypeface();
  const document = await PDFDocument.create({ updateMetadata: false });
  describe(document, facts);
  const embedded = new Map<FontName, PDFRef>();
  const identity = createHash('sha256').update(JSON.stringify(facts));
  const drawn = pages.map((page) => {
    const { operators, fonts, marked } = pageContent(page, typeface);
    identity.update(operators);
    if (page.picture) identity.update(page.picture.jpeg);
    const added = document.addPage([page.widthMm / MM_PER_PT, page.heightMm / MM_PER_PT]);
    added.node.addContentStream(
      document.context.register(
        deflatedStream(document.context, deflateSync(operators, { level: DEFLATE_LEVEL })),
      ),
    );
    giveFonts(added, fonts, typeface, embedded);
    if (page.picture) givePicture(added, page.picture);
    return { page: added, marked, figure: page.picture?.alternate };
  });
  addStructureTree(document, drawn);
  makeArchival(document, facts, identity.digest('hex'));
  if (facts.attachment) await attach(document, facts.attachment, new Date(facts.issuedAtMs));
  return document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    // The library rests a millisecond after each fifty objects, for windows; this runs in none.
    objectsPerTick: Infinity,
  });
}

function describe(document: PDFDocument, facts: DocumentFacts): void {
  const issuedAt = new Date(facts.issuedAtMs);
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  if (facts.author) document.setAuthor(facts.author);
  document.setLanguage('fr-FR');
  document.setCreator(PRODUCER);
  document.setProducer(PRODUCER);
  document.setCreationDate(issuedAt);
  document.setModificationDate(issuedAt);
  const preferences = document.catalog.getOrCreateViewerPreferences();
  // A sheet printed "to fit" is read back with a scale to find: ask viewers to leave it as it is, on both sides.
  preferences.setPrintScaling(PrintScaling.None);
  preferences.setDuplex(Duplex.DuplexFlipLongEdge);
}

function giveFonts(
  { node, doc: { context } }: PDFPage,
  fonts: ReadonlySet<FontName>,
  typeface: Typeface,
  embedded: Map<FontName, PDFRef>,
): void {
  for (const font of fonts) {
    let ref = embedded.get(font);
    if (!ref) {
      ref = embedFace(context, typeface.face(font));
      embedded.set(font, ref);
    }
    node.setFontDictionary(context.obj(resourceName(font)), ref);
  }
}

/** The JPEG as it is given, neither decoded nor encoded anew. */
function givePicture({ node, doc: { context } }: PDFPage, { jpeg, widthPx, heightPx }: Picture): void {
  const facts = {
    ...{ Type: 'XObject', Subtype: 'Image', Width: widthPx, Height: heightPx },
    ...{ ColorSpace: 'DeviceRGB', BitsPerComponent: 8, Filter: 'DCTDecode', Length: jpeg.length },
  };
  node.setXObject(PDFName.of(PICTURE_NAME), context.register(PDFRawStream.of(context.obj(facts), jpeg)));
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
