import { deflateSync } from 'node:zlib';
import { PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib';
import type { PDFDocument } from 'pdf-lib';
import { deflatedStream } from './embed-face.ts';
import { srgbProfile } from './srgb-profile.ts';

export interface ArchivalFacts {
  title: string;
  author?: string;
  issuedAtMs: number;
}

/** Program that makes the files, in both the old and the new metadata: PDF/A wants them to agree. */
export const PRODUCER = 'Guichet';

/**
 * What makes a file a PDF/A-3, conformance A (ISO 19005-3): metadata that say so, the meaning of its colours, an identity, here
 * out of `digest`, which is one of all that the file says.
 */
export function makeArchival(document: PDFDocument, facts: ArchivalFacts, digest: string): void {
  const { context, catalog } = document;
  const xmp = new TextEncoder().encode(xmpPacket(facts));
  // Never compressed: programs that know nothing of PDF look for it as it is.
  const metadata = PDFRawStream.of(
    context.obj({ Type: 'Metadata', Subtype: 'XML', Length: xmp.length }),
    xmp,
  );
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  catalog.set(PDFName.of('OutputIntents'), context.obj([outputIntent(document)]));
  const id = PDFHexString.of(digest.slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
}

let deflatedProfile: Uint8Array | undefined;

function outputIntent({ context }: PDFDocument) {
  deflatedProfile ??= deflateSync(srgbProfile());
  return context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2.1'),
    Info: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: context.register(deflatedStream(context, deflatedProfile, { N: 3 })),
  });
}

function xmpPacket({ title, author, issuedAtMs }: ArchivalFacts): string {
  const date = new Date(issuedAtMs).toISOString().replace(/\.\d+Z$/, 'Z');
  const creator = author
    ? `<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>`
    : '';
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>${creator}
<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool><xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>
<pdf:Producer>${PRODUCER}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
