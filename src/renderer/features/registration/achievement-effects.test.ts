import { describe, expect, it } from 'vitest';
import { withEffect, withMark, withProposal } from './achievement-effects.ts';

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

  it('follow the diploma: its exemptions come, those of the former one go, marks written by hand stay', () => {
    const effects = [
      { examPaperCode: 'E4', effect: 'exempt' as const },
      { examPaperCode: 'E1', effect: 'kept' as const, mark: 12 },
    ];
    const offered = ['E4', 'E5'];
    expect([withProposal(effects, ['E5'], offered), withProposal(effects, [], offered)]).toEqual([
      [
        { examPaperCode: 'E1', effect: 'kept', mark: 12 },
        { examPaperCode: 'E5', effect: 'exempt' },
      ],
      [{ examPaperCode: 'E1', effect: 'kept', mark: 12 }],
    ]);
  });
});
