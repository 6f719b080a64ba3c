import { joinDrawn } from './block.ts';
import type { Block, Drawn } from './block.ts';

/** A heading at the foot of a page keeps this many rows with it. */
const ROWS_WITH_HEADING = 2;

/** Rows under one heading, which is said again at the top of each page that they go on to. */
export interface Group {
  title: string;
  heading(continued: boolean): Block;
  rows: Block[];
  /** Least height of a heading and what follows it, where the heading stands beside its rows. */
  leastHeightMm?: number;
}

/** Rows whose texts are set; `spareMm` more of white space in each is then a matter of heights only. */
export type GroupWithSpare = (spareMm: number) => Group;

/** The part of a page that rows may fill. */
export interface Frame {
  top: number;
  bottom: number;
}

/**
 * Fills `first`, then as many pages of `next` as are needed; one result per page, the first may be empty.
 * A row taller than a whole page is placed alone on its own: nothing is ever dropped.
 */
export function flowGroups(groups: readonly Group[], first: Frame, next: Frame): Drawn[] {
  return flow(groups, first, next).pages.map((page) =>
    joinDrawn(page.map(({ block, top }) => block.draw(top))),
  );
}

/** Where `groups` end when nothing of them has to leave `frame`. */
export function findBottom(groups: readonly Group[], frame: Frame): number | undefined {
  const { pages, y } = flow(groups, frame, frame);
  return pages.length === 1 ? y : undefined;
}

/** The longest start of `groups` that fits in `frame` without being cut, and what is left. */
export function takeWhole(groups: readonly Group[], frame: Frame): { taken: Group[]; left: Group[] } {
  let count = groups.length;
  while (count > 0 && findBottom(groups.slice(0, count), frame) === undefined) count--;
  return { taken: groups.slice(0, count), left: groups.slice(count) };
}

/** Whether `first` and one page of `next` are enough, even if a group has to be cut. */
export function fitOnTwo(groups: readonly Group[], first: Frame, next: Frame): boolean {
  const { pages, y } = flow(groups, first, next);
  return pages.length <= 2 && y <= next.bottom;
}

function flow(groups: readonly Group[], first: Frame, next: Frame): PageCursor {
  const cursor = new PageCursor(first, next);
  for (const group of groups) placeGroup(group, cursor);
  return cursor;
}

function placeGroup(group: Group, cursor: PageCursor): void {
  let leastBottom = 0;
  group.rows.forEach((row, index) => {
    const heading = group.heading(index > 0);
    const together = index === 0 ? [heading, ...group.rows.slice(0, ROWS_WITH_HEADING)] : [row];
    const turned = !cursor.fits(totalHeightMm(together));
    if (turned) cursor.turnPage();
    if (index === 0 || turned) {
      leastBottom = cursor.y + (group.leastHeightMm ?? 0);
      cursor.place(heading);
    }
    cursor.place(row);
  });
  cursor.moveTo(leastBottom);
}

function totalHeightMm(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.heightMm, 0);
}

class PageCursor {
  /** Drawn only once all is placed: most attempts at a page are not kept. */
  readonly pages: { block: Block; top: number }[][] = [[]];
  y: number;
  #bottom: number;
  readonly #next: Frame;

  constructor(first: Frame, next: Frame) {
    this.y = first.top;
    this.#bottom = first.bottom;
    this.#next = next;
  }

  fits(heightMm: number): boolean {
    return this.y + heightMm <= this.#bottom;
  }

  /** Does nothing at the top of a following page, where turning again would give no more room. */
  turnPage(): void {
    if (this.pages.length > 1 && this.pages.at(-1)?.length === 0) return;
    this.pages.push([]);
    this.y = this.#next.top;
    this.#bottom = this.#next.bottom;
  }

  place(block: Block): void {
    this.pages.at(-1)?.push({ block, top: this.y });
    this.y += block.heightMm;
  }

  moveTo(y: number): void {
    this.y = Math.max(this.y, y);
  }
}
