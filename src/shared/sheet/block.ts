import type { PrintedItem, SheetField } from './layout.ts';
import { LEFT_MM, RIGHT_MM } from './geometry.ts';

/** What was placed somewhere on a page. */
export interface Drawn {
  items: PrintedItem[];
  fields: SheetField[];
}

/** Something that is never cut by the end of a page. */
export interface Block {
  heightMm: number;
  /** `top` is the upper edge of the block. */
  draw(top: number): Drawn;
}

export function printed(items: PrintedItem[]): Drawn {
  return { items, fields: [] };
}

export function joinDrawn(parts: readonly Drawn[]): Drawn {
  return { items: parts.flatMap((part) => part.items), fields: parts.flatMap((part) => part.fields) };
}

const HAIRLINE_MM = 0.15;
const RULE_MM = 0.4;

/** Separates two answers: there to guide the eye, too light to be taken for writing. */
export function hairline(y: number, x1 = LEFT_MM, x2 = RIGHT_MM): PrintedItem {
  return { kind: 'line', x1, y1: y, x2, y2: y, widthMm: HAIRLINE_MM, grey: 0.6 };
}

/** Opens a part of the page. */
export function rule(y: number): PrintedItem {
  return { kind: 'line', x1: LEFT_MM, y1: y, x2: RIGHT_MM, y2: y, widthMm: RULE_MM, grey: 0 };
}
