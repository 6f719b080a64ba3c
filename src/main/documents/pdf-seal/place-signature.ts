import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString, type PDFDocument } from 'pdf-lib';

export interface SealFacts {
  /** Who seals, as its certificate names it. */
  name: string;
  reason: string;
  atMs: number;
}

/** Written over once the length of the file is known; as wide as any number of bytes. */
const RANGE_MARK = '**********';

/** A signature field without a place on the page, and the empty signature that is filled afterwards (ISO 32000-2, 12.7.5.5, 12.8). */
export function placeSignature(document: PDFDocument, { name, reason, atMs }: SealFacts, room: number): void {
  const { context, catalog } = document;
  const range = PDFArray.withContext(context);
  range.push(PDFNumber.of(0));
  for (let place = 0; place < 3; place += 1) range.push(PDFName.of(RANGE_MARK));
  const signature = context.obj({ Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'ETSI.CAdES.detached' });
  signature.set(PDFName.of('ByteRange'), range);
  signature.set(PDFName.of('Contents'), PDFHexString.of('0'.repeat(room * 2)));
  signature.set(PDFName.of('Name'), PDFHexString.fromText(name));
  signature.set(PDFName.of('Reason'), PDFHexString.fromText(reason));
  // Not in the signature itself: the profile wants the time here, and here only.
  signature.set(PDFName.of('M'), PDFString.fromDate(new Date(atMs)));
  const page = document.getPage(0);
  const field = context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', Rect: [0, 0, 0, 0], F: 132 });
  field.set(PDFName.of('T'), PDFHexString.fromText('Cachet'));
  field.set(PDFName.of('V'), context.register(signature));
  field.set(PDFName.of('P'), page.ref);
  const fieldRef = context.register(field);
  page.node.addAnnot(fieldRef);
  const form = PDFDict.withContext(context);
  // Signatures exist, and whoever changes the file may only add to it.
  form.set(PDFName.of('SigFlags'), PDFNumber.of(3));
  form.set(PDFName.of('Fields'), context.obj([fieldRef]));
  catalog.set(PDFName.of('AcroForm'), context.register(form));
}
