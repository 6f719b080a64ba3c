import { expect, test } from 'vitest';
import { SeededRandom } from './seeded-random.ts';

test('the same seed draws the same numbers, another seed others', () => {
  const draw = (seed: string): number[] => {
    const random = new SeededRandom(seed);
    return [random.next(), random.integer(1, 6), random.gaussian()];
  };
  expect(draw('feuille 1')).toEqual(draw('feuille 1'));
  expect(draw('feuille 1')).not.toEqual(draw('feuille 2'));
});

test('a fork does not depend on what was drawn before it', () => {
  const untouched = new SeededRandom(7).fork('encre');
  const used = new SeededRandom(7);
  used.next();
  expect(used.fork('encre').next()).toBe(untouched.next());
});

test('draws spread evenly, and gaussians have the deviation they promise', () => {
  const random = new SeededRandom('statistique');
  const even = Array.from({ length: 20_000 }, () => random.next());
  const normal = Array.from({ length: 20_000 }, () => random.gaussian());
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(even)).toBeCloseTo(0.5, 1);
  expect(mean(normal.map((value) => value * value))).toBeCloseTo(1, 1);
});
