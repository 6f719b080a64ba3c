import { expect, test } from 'vitest';
import { PROFILE_NAMES } from './plan/profiles.ts';
import { randomPlan } from './random-plan.ts';
import { SeededRandom } from './seeded-random.ts';
import { smallLayout } from './testing/small-sheet.ts';

const layout = smallLayout();

test.each(PROFILE_NAMES)(
  'a %s return is drawn from its seed alone, with pens of the asked family',
  (profile) => {
    const draw = () => randomPlan(layout, new SeededRandom('tirage'), profile, 'tuning');
    const text = JSON.stringify(draw());
    expect({ again: JSON.stringify(draw()) === text, otherFamily: text.includes('"scoring-') }).toEqual({
      again: true,
      otherFamily: false,
    });
  },
);

test('clean returns hold no correction, normal ones some, and about one in eight is not signed', () => {
  const draw = (profile: 'clean' | 'normal') =>
    Array.from({ length: 200 }, (_, seed) => randomPlan(layout, new SeededRandom(seed), profile).pages[0]);
  const clean = draw('clean');
  const unsigned = clean.filter((page) => !page?.signature).length / clean.length;
  expect({
    clean: clean.every((page) => page?.corrections.length === 0),
    normal: draw('normal').every((page) => (page?.corrections.length ?? 0) > 0),
    unsigned: unsigned > 0.06 && unsigned < 0.2,
  }).toEqual({ clean: true, normal: true, unsigned: true });
});

test('only a page with a signature box is signed', () => {
  const plan = randomPlan(layout, new SeededRandom(3), 'normal');
  expect(plan.pages.map((page) => [page.sheetPage, page.signature !== undefined])).toEqual([
    [1, true],
    [2, false],
  ]);
});
