import { expect, test } from 'vitest';
import { disorder } from './plan/disorder.ts';
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

test('a stack in disorder holds only pages of the sheet, and some stack loses one or scans one twice', () => {
  const plan = randomPlan(layout, new SeededRandom(4), 'normal');
  const stacks = Array.from({ length: 40 }, (_, seed) =>
    disorder(plan, new SeededRandom(seed)).pages.map((page) => page.sheetPage),
  );
  const has = (count: number): boolean => stacks.some((stack) => stack.length === count);
  expect({
    pages: [...new Set(stacks.flat())].sort(),
    lostOne: has(1),
    reordered: stacks.some((stack) => stack.join() === '2,1'),
    scannedOneTwice: has(3),
  }).toEqual({ pages: [1, 2], lostOne: true, reordered: true, scannedOneTwice: true });
});
