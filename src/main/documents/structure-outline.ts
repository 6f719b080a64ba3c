import { assertNever } from '#shared/assert-never.ts';
import type { TextTag } from '#shared/sheet/layout.ts';

/** A node of the logical structure (ISO 32000-2, 14.8.4). */
export interface Element {
  type:
    'Document' | 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';
  kids: Element[];
  /** Marked sequences that are this element's own, by page and number. */
  content: { page: number; mcid: number }[];
  /** Of the cells that a heading cell is for. */
  scope?: 'Row' | 'Column';
  /** What a figure shows. */
  alternate?: string;
}

/** Headings, paragraphs, lists of answers and tables, out of the flat order in which pages were drawn. */
export function outlineOf(pages: readonly (readonly TextTag[])[]): Element {
  const builder = new OutlineBuilder();
  pages.forEach((marked, page) => marked.forEach((tag, mcid) => builder.add(tag, { page, mcid })));
  builder.root.kids.forEach(giveScopes);
  return builder.root;
}

class OutlineBuilder {
  readonly root = element('Document');
  #leaf: Element | undefined;
  #list: Element | undefined;
  #item: Element | undefined;
  #table: Element | undefined;
  #row: { element: Element; id: string } | undefined;

  add(tag: TextTag, where: { page: number; mcid: number }): void {
    if (!tag.continues || this.#leaf?.type !== tag.role) this.#leaf = this.#open(tag);
    this.#leaf?.content.push(where);
  }

  #open({ role, row = '' }: TextTag): Element | undefined {
    switch (role) {
      case 'H1':
      case 'H2':
      case 'P':
        this.#list = undefined;
        this.#table = undefined;
        return this.#below(this.root, role);
      case 'Lbl':
        return this.#below(this.#newItem(), role);
      case 'LBody':
        return this.#below(this.#labelledItem() ?? this.#newItem(), role);
      case 'TH':
      case 'TD':
        return this.#below(this.#rowOf(row), role);
      case 'furniture':
        return undefined;
      default:
        return assertNever(role);
    }
  }

  #below(parent: Element, type: Element['type']): Element {
    const kid = element(type);
    parent.kids.push(kid);
    return kid;
  }

  #newItem(): Element {
    this.#table = undefined;
    this.#list ??= this.#below(this.root, 'L');
    this.#item = this.#below(this.#list, 'LI');
    return this.#item;
  }

  /** The item that has its label and waits for what it names. */
  #labelledItem(): Element | undefined {
    const last = this.#list && this.#item?.kids.at(-1);
    return last?.type === 'Lbl' ? this.#item : undefined;
  }

  #rowOf(id: string): Element {
    this.#list = undefined;
    if (!this.#table) {
      this.#table = this.#below(this.root, 'Table');
      this.#row = undefined;
    }
    if (this.#row?.id !== id) this.#row = { element: this.#below(this.#table, 'TR'), id };
    return this.#row.element;
  }
}

function element(type: Element['type']): Element {
  return { type, kids: [], content: [] };
}

/** A row of headings alone heads its columns; elsewhere a heading cell heads its row. */
function giveScopes(table: Element): void {
  if (table.type !== 'Table') return;
  for (const row of table.kids) {
    const scope = row.kids.every(({ type }) => type === 'TH') ? 'Column' : 'Row';
    for (const cell of row.kids) if (cell.type === 'TH') cell.scope = scope;
  }
}
