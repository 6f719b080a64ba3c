import type { Box } from './layout.ts';

/** Raised whenever something printed moves: the reader refuses sheets of a layout it does not know. */
export const LAYOUT_VERSION = 1;

export const MM_PER_PT = 25.4 / 72;

/** Everything that is written lies between these columns; the registration marks stand outside. */
export const LEFT_MM = 17;
export const RIGHT_MM = 193;
export const CONTENT_WIDTH_MM = RIGHT_MM - LEFT_MM;

export const TOP_MM = 12;
/** Where the answers stop on a page that bears no signature: the bottom codes begin below. */
export const BODY_BOTTOM_MM = 258;

/** A module of 0.6 mm for the usual 29 modules: seven dots of a 300-dpi scan, three and a half at 150. */
const CODE_SIZE_MM = 17.4;
/** Four modules, as ISO/IEC 18004 asks. */
export const CODE_QUIET_MM = 2.4;

const codeAt = (x: number, y: number): Box => ({ x, y, w: CODE_SIZE_MM, h: CODE_SIZE_MM });

/** Far apart, so that one stroke, fold or stain cannot take two of them. */
export const TOP_CODE = codeAt(91, TOP_MM);
export const BOTTOM_LEFT_CODE = codeAt(LEFT_MM, 261.4);
export const BOTTOM_RIGHT_CODE = codeAt(RIGHT_MM - CODE_SIZE_MM, 261.4);

const MARK_SIZE_MM = 3.5;
const MARK_COLUMNS_MM = [10, 196.5];
const MARK_ROWS_MM = [10, 101.2, 192.3, 283.5];

/** Eight squares, 10 mm inside the edges: photocopiers and shrinking printers eat the margin. */
export const MARK_BOXES: readonly Box[] = MARK_ROWS_MM.flatMap((y) =>
  MARK_COLUMNS_MM.map((x) => ({ x, y, w: MARK_SIZE_MM, h: MARK_SIZE_MM })),
);

/** Nothing else is printed within `SIGNING_CLEARANCE_MM` of these two. */
export const DATE_BOX: Box = { x: 41, y: 254, w: 36, h: 12 };
export const SIGNATURE_BOX: Box = { x: 104.5, y: 254, w: 66, h: 22 };
export const SIGNING_CLEARANCE_MM = 5;

/** Patches of a plain scanner test; a grey scan shows three greys here. */
export const WITNESS_PATCHES: readonly { box: Box; rgb: [number, number, number] }[] = [
  { box: { x: 105, y: 282.4, w: 4, h: 4 }, rgb: [214, 0, 28] },
  { box: { x: 110.5, y: 282.4, w: 4, h: 4 }, rgb: [0, 140, 58] },
  { box: { x: 116, y: 282.4, w: 4, h: 4 }, rgb: [0, 72, 186] },
];
