import { expect, it } from 'vitest';
import { missingMarks } from './missing-marks.ts';

it('a mark kept or carried must be typed, a dispense has none, and what is no list is left to the schema', () => {
  const effects = [
    { examPaperCode: 'EP1', effect: 'kept' },
    { examPaperCode: 'EP2', effect: 'carried', mark: 8 },
    { examPaperCode: 'EP3', effect: 'exempt' },
  ];
  expect([
    missingMarks({ achievements: [{ effects: [] }, { effects }] }),
    missingMarks({ achievements: 'rien' }),
  ]).toEqual([[{ path: 'achievements.1.effects.0.mark', code: 'required' }], []]);
});
