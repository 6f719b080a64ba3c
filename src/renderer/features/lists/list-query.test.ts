import { describe, expect, it } from 'vitest';
import { countFilters, formatListQuery, parseListQuery, WHOLE_LIST } from './list-query.ts';

describe('the list in the address', () => {
  it('comes back as it was', () => {
    const query = {
      filters: { ...WHOLE_LIST.filters, exams: ['cap' as const], text: 'a/b %' },
      sort: { by: 'number' as const, isDescending: true },
    };
    expect(parseListQuery(formatListQuery(query))).toEqual(query);
  });

  it.each([undefined, '', '{', '{"filters":{"shoeSize":42}}'])('is the whole list for %s', (text) => {
    expect(parseListQuery(text)).toEqual(WHOLE_LIST);
  });

  it('tells how many filters narrow it', () => {
    expect([
      countFilters(WHOLE_LIST.filters),
      countFilters({ ...WHOLE_LIST.filters, exams: ['cap'], isLocked: false, text: 'x' }),
    ]).toEqual([0, 3]);
  });
});
