import { describe, expect, it } from 'vitest';
import type { PageLine } from '#shared/contract/returned-pages.ts';
import { around, isWaiting, neighbourOf, nextToDecide } from './page-order.ts';

const pages = ['a pending', 'b accepted', 'c pending', 'd asked', 'e refused'].map((text) => {
  const [id, decision] = text.split(' ');
  return { id, decision } as PageLine;
});
const pending = isWaiting('pending');

describe('the next page to decide', () => {
  it('is the following one that waits, then the worst of those passed over, then none', () => {
    const next = (from: string) => nextToDecide(pages, from, pending)?.id;
    const last = nextToDecide(pages.slice(0, 2), 'a', pending);
    expect([next('a'), next('c'), next('e'), next('gone'), last]).toEqual(['c', 'a', 'a', 'a', undefined]);
  });

  it('is not the neighbour, which may be decided or handed over', () => {
    expect([
      neighbourOf(pages, 'c', 1)?.id,
      neighbourOf(pages, 'a', -1),
      neighbourOf(pages, 'gone', 1)?.id,
    ]).toEqual(['d', undefined, 'a']);
  });
});

describe('a long queue', () => {
  const items = Array.from({ length: 200 }, (_, index) => ({ id: String(index) }));
  const part = (id: string) => {
    const { shown, before, after } = around(items, id, 40);
    return [shown[0]?.id, shown.at(-1)?.id, before, after];
  };

  it('is shown around the current page, and says how many lie before and after', () => {
    expect([part('0'), part('100'), part('199')]).toEqual([
      ['0', '39', 0, 160],
      ['90', '129', 90, 70],
      ['160', '199', 160, 0],
    ]);
  });

  it('is shown whole when it is short', () => {
    expect(around(items.slice(0, 12), '7', 40)).toEqual({ shown: items.slice(0, 12), before: 0, after: 0 });
  });
});
