import type { PrintedItem, TextTag } from './layout.ts';

/** Says what these texts are together: one heading, one cell, one item, however many lines they take. */
export function tagged(role: TextTag['role'], items: readonly PrintedItem[], row?: string): PrintedItem[] {
  let isFirst = true;
  return items.map((item) => {
    if (item.kind !== 'text') return item;
    const tag: TextTag = {
      role,
      ...(isFirst ? {} : { continues: true }),
      ...(row === undefined ? {} : { row }),
    };
    isFirst = false;
    return { ...item, tag };
  });
}

/** What every page bears because it is a page: nobody wants to hear it again on each. */
export function asFurniture(items: readonly PrintedItem[]): PrintedItem[] {
  return items.map((item) => (item.kind === 'text' ? { ...item, tag: { role: 'furniture' } } : item));
}
