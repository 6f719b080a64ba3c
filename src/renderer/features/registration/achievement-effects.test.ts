import { describe, expect, it } from 'vitest';
import { withEffect, withMark } from './achievement-effects.ts';

describe('the effects of an achievement', () => {
  const kept = [{ examPaperCode: 'E4', effect: 'kept' as const, mark: 12 }];

  it('a dispense takes the place of a kept mark and bears none', () => {
    expect(withEffect(kept, 'E4', 'exempt')).toEqual([{ examPaperCode: 'E4', effect: 'exempt' }]);
  });

  it('without effect the épreuve is to be sat', () => {
    expect(withEffect(kept, 'E4', undefined)).toEqual([]);
  });

  it('a mark, even half typed, goes to its épreuve only', () => {
    const two = withEffect(kept, 'E5', 'carried');
    expect(withMark(two, 'E5', '8,')).toEqual([
      { examPaperCode: 'E4', effect: 'kept', mark: 12 },
      { examPaperCode: 'E5', effect: 'carried', mark: '8,' },
    ]);
  });
});
