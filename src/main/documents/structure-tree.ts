import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import type { PDFDocument } from 'pdf-lib';
import { outlineOf, type Element } from './structure-outline.ts';
import type { TextTag } from '#shared/sheet/layout.ts';

/** A page and what it marked, in the order of its numbers. */
export interface MarkedPage {
  page: PDFPage;
  marked: readonly TextTag[];
  /** What the picture of the page shows, when it has one; its number comes after those of the texts. */
  figure?: string | undefined;
}

/** Writes the logical structure of a tagged PDF (ISO 32000-2, 14.7): what a screen reader says, in which order. */
export function addStructureTree(document: PDFDocument, pages: readonly MarkedPage[]): void {
  const { context, catalog } = document;
  const root = context.nextRef();
  const writer: Writer = {
    context,
    pages,
    parents: pages.map(({ marked, figure }) =>
      Array.from({ length: marked.length + (figure === undefined ? 0 : 1) }, () => root),
    ),
  };
  const top = writeElement(withFigures(pages), root, writer);
  const parentTree = context.register(
    context.obj({
      Nums: writer.parents.flatMap((ofPage, index) => [index, context.register(context.obj(ofPage))]),
    }),
  );
  context.assign(
    root,
    context.obj({ Type: 'StructTreeRoot', K: top, ParentTree: parentTree, ParentTreeNextKey: pages.length }),
  );
  catalog.set(PDFName.of('StructTreeRoot'), root);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  pages.forEach(({ page }, index) => {
    page.node.set(PDFName.of('StructParents'), context.obj(index));
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  });
}

function withFigures(pages: readonly MarkedPage[]): Element {
  const outline = outlineOf(pages.map(({ marked }) => marked));
  pages.forEach(({ marked, figure }, page) => {
    if (figure === undefined) return;
    outline.kids.push({
      type: 'Figure',
      kids: [],
      content: [{ page, mcid: marked.length }],
      alternate: figure,
    });
  });
  return outline;
}

interface Writer {
  context: PDFContext;
  pages: readonly MarkedPage[];
  /** By page, then by number of a marked sequence: the element it belongs to. */
  parents: PDFRef[][];
}

function writeElement(element: Element, parent: PDFRef, writer: Writer): PDFRef {
  const { context } = writer;
  const ref = context.nextRef();
  const dict = context.obj({ Type: 'StructElem', S: element.type, P: parent });
  if (element.type === 'Document') dict.set(PDFName.of('Lang'), PDFString.of('fr-FR'));
  if (element.alternate !== undefined) dict.set(PDFName.of('Alt'), PDFHexString.fromText(element.alternate));
  if (element.scope) dict.set(PDFName.of('A'), context.obj({ O: 'Table', Scope: element.scope }));
  dict.set(PDFName.of('K'), kidsOf(element, ref, dict, writer));
  context.assign(ref, dict);
  return ref;
}

function kidsOf(element: Element, ref: PDFRef, dict: PDFDict, writer: Writer): PDFArray {
  const { context, pages, parents } = writer;
  const kids = PDFArray.withContext(context);
  const [first] = element.content;
  const home = first && pages[first.page];
  if (home) dict.set(PDFName.of('Pg'), home.page.ref);
  for (const { page, mcid } of element.content) {
    const ofPage = parents[page];
    if (ofPage) ofPage[mcid] = ref;
    const there = pages[page];
    if (there && there !== home) kids.push(context.obj({ Type: 'MCR', Pg: there.page.ref, MCID: mcid }));
    else kids.push(context.obj(mcid));
  }
  for (const kid of element.kids) kids.push(writeElement(kid, ref, writer));
  return kids;
}
