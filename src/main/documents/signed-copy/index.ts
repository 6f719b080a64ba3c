import { CONTENT_WIDTH_MM, LEFT_MM } from '#shared/sheet/geometry.ts';
import { PAGE_HEIGHT_MM, PAGE_WIDTH_MM, type Box } from '#shared/sheet/layout.ts';
import { tagged } from '#shared/sheet/tagging.ts';
import { linesAt, wrapText, type MeasureText } from '#shared/sheet/text-flow.ts';
import { ascentMm, STYLES } from '#shared/sheet/type-styles.ts';
import type { PrintedPage } from '../page-content.ts';
import { renderPages } from '../render-pages.ts';
import { createMeasure } from '../typeface.ts';

export interface SignedCopyPage {
  /** From 1, as printed on the paper. */
  sheetPage: number;
  jpeg: Uint8Array;
  widthPx: number;
  heightPx: number;
  /** Of the file that was scanned, hexadecimal. */
  sha256: string;
}

export interface SignedCopyContent {
  /** In words: which confirmation, which version. */
  title: string;
  /** In words: when and how the paper came, when it was scanned, who keeps it. */
  received: string;
  sheetPages: number;
  pages: readonly SignedCopyPage[];
}

const FOOT_TOP_MM = 277;
const PICTURE_ROOM: Box = { x: 8, y: 6, w: PAGE_WIDTH_MM - 16, h: FOOT_TOP_MM - 10 };

/**
 * The scan of a signed confirmation as it was received, reduced by a tenth to leave room for a foot line that says what it is: number,
 * version, date received and digest (code civil, art. 1379: a copy whose integrity can be shown).
 */
export function renderSignedCopy(content: SignedCopyContent, receivedAtMs: number): Promise<Uint8Array> {
  const measure = createMeasure();
  const pages = content.pages.map((page, index) => pageOf(content, page, index === 0, measure));
  return renderPages(pages, { title: content.title, issuedAtMs: receivedAtMs });
}

function pageOf(
  { title, received, sheetPages }: SignedCopyContent,
  page: SignedCopyPage,
  isFirst: boolean,
  measure: MeasureText,
): PrintedPage {
  const { small, smallBold } = STYLES;
  const where = `page ${page.sheetPage} sur ${sheetPages}`;
  const top = FOOT_TOP_MM + ascentMm(smallBold);
  const wrapped = wrapText(received, small, CONTENT_WIDTH_MM, measure);
  const below = top + smallBold.leadingMm;
  return {
    widthMm: PAGE_WIDTH_MM,
    heightMm: PAGE_HEIGHT_MM,
    picture: { ...page, box: fitted(page), alternate: `Numérisation de la confirmation signée, ${where}.` },
    items: [
      {
        ...{
          kind: 'line',
          x1: LEFT_MM,
          y1: FOOT_TOP_MM - 1.5,
          x2: LEFT_MM + CONTENT_WIDTH_MM,
          y2: FOOT_TOP_MM - 1.5,
        },
        ...{ widthMm: 0.2, grey: 0.5 },
      },
      ...tagged(isFirst ? 'H1' : 'P', linesAt(LEFT_MM, top, [`${title}, ${where}`], smallBold)),
      ...tagged('P', linesAt(LEFT_MM, below, wrapped, small)),
      ...tagged(
        'P',
        linesAt(
          LEFT_MM,
          below + wrapped.length * small.leadingMm,
          [`Image tirée du fichier numérisé, SHA-256 : ${page.sha256}`],
          small,
        ),
      ),
    ],
  };
}

/** As large as the room allows, in its own proportions, in the middle. */
function fitted({ widthPx, heightPx }: SignedCopyPage): Box {
  const room = PICTURE_ROOM;
  const scale = Math.min(room.w / widthPx, room.h / heightPx);
  const [w, h] = [widthPx * scale, heightPx * scale];
  return { x: room.x + (room.w - w) / 2, y: room.y + (room.h - h) / 2, w, h };
}
