import { describe, expect, test } from 'vitest';
import type { Block } from './block.ts';
import { printed } from './block.ts';
import { flowGroups } from './page-flow.ts';
import type { Group } from './page-flow.ts';
import { textAt } from './text-flow.ts';
import { STYLES } from './type-styles.ts';

const line = (text: string, heightMm = 10): Block => ({
  heightMm,
  draw: (top) => printed([textAt(0, top, text, STYLES.text)]),
});

const group = (title: string, rows: Block[]): Group => ({
  title,
  heading: (continued) => line(continued ? `${title} (suite)` : title),
  rows,
});

/** Each page as the texts it bears and the height where they are. */
const pagesOf = (groups: Group[], firstBottom: number, nextBottom: number) =>
  flowGroups(groups, { top: 0, bottom: firstBottom }, { top: 0, bottom: nextBottom }).map((page) =>
    page.items.map((item) => (item.kind === 'text' ? `${item.y} ${item.text}` : item.kind)),
  );

describe('filling pages with groups of rows', () => {
  test('what fits stays on the first page', () => {
    expect(pagesOf([group('Acquis', [line('a'), line('b')])], 30, 100)).toEqual([
      ['0 Acquis', '10 a', '20 b'],
    ]);
  });

  test('a group cut by the end of a page says its heading again', () => {
    expect(pagesOf([group('Acquis', [line('a'), line('b'), line('c')])], 30, 100)).toEqual([
      ['0 Acquis', '10 a', '20 b'],
      ['0 Acquis (suite)', '10 c'],
    ]);
  });

  test('a heading goes to the next page rather than stay with a single row of several', () => {
    expect(pagesOf([group('A', [line('a')]), group('B', [line('b'), line('c')])], 40, 100)).toEqual([
      ['0 A', '10 a'],
      ['0 B', '10 b', '20 c'],
    ]);
  });

  test('nothing fits on the first page: it stays empty', () => {
    expect(pagesOf([group('A', [line('a')])], 5, 100)).toEqual([[], ['0 A', '10 a']]);
  });

  test('a row taller than a page is printed all the same', () => {
    expect(pagesOf([group('A', [line('tall', 500), line('b')])], 30, 100)).toEqual([
      [],
      ['0 A', '10 tall'],
      ['0 A (suite)', '10 b'],
    ]);
  });

  test('a heading beside its rows keeps its own height', () => {
    const beside = { ...group('A', [line('a')]), leastHeightMm: 35 };
    expect(pagesOf([beside, group('B', [line('b')])], 100, 100)).toEqual([['0 A', '10 a', '35 B', '45 b']]);
  });
});
