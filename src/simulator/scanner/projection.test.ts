import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder, inverse, project, scaling, squareToQuad, translation, turning } from './projection.ts';

const small = fc.double({ min: -50, max: 50, noNaN: true });
const factor = fc.double({ min: 0.5, max: 2, noNaN: true });

test('a projection and its inverse lead back to the same point', () => {
  fc.assert(
    fc.property(small, small, factor, small, (x, y, scale, angle) => {
      const there = inOrder(translation(x, y), scaling(scale, scale * 1.1), turning(angle));
      const back = project(inverse(there), project(there, { x: 12, y: 34 }));
      expect([back.x, back.y]).toEqual([expect.closeTo(12, 6), expect.closeTo(34, 6)]);
    }),
  );
});

test('a quarter turn takes what was at the right to the bottom', () => {
  const turned = project(turning(90), { x: 1, y: 0 });
  expect([turned.x, turned.y]).toEqual([expect.closeTo(0, 9), expect.closeTo(1, 9)]);
});

test('the corners of the square land on the corners of the quadrilateral', () => {
  const corners = [
    { x: 3, y: 5 },
    { x: 90, y: 9 },
    { x: 95, y: 120 },
    { x: 1, y: 110 },
  ] as const;
  const quad = squareToQuad([...corners]);
  const landed = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ].map((corner) => project(quad, corner));
  expect(landed).toEqual(
    corners.map(({ x, y }) => ({ x: expect.closeTo(x, 9) as number, y: expect.closeTo(y, 9) as number })),
  );
});
