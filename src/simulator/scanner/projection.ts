import type { PointMm } from '../ink/curve.ts';

/** A plane projection, row by row: [a b c, d e f, g h i] applied to (x, y, 1). */
export type Projection = readonly [number, number, number, number, number, number, number, number, number];

export const IDENTITY: Projection = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export function translation(x: number, y: number): Projection {
  return [1, 0, x, 0, 1, y, 0, 0, 1];
}

export function scaling(x: number, y: number): Projection {
  return [x, 0, 0, 0, y, 0, 0, 0, 1];
}

/** Clockwise, as y grows downwards. */
export function turning(degrees: number): Projection {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos, -sin, 0, sin, cos, 0, 0, 0, 1];
}

/** The projections applied one after the other, the first one first. */
export function inOrder(...steps: readonly Projection[]): Projection {
  return steps.reduce((done, step) => product(step, done), IDENTITY);
}

function product(a: Projection, b: Projection): Projection {
  const cell = (row: number, column: number): number =>
    [0, 1, 2].reduce((sum, k) => sum + (a[row * 3 + k] ?? 0) * (b[k * 3 + column] ?? 0), 0);
  return [
    cell(0, 0), cell(0, 1), cell(0, 2),
    cell(1, 0), cell(1, 1), cell(1, 2),
    cell(2, 0), cell(2, 1), cell(2, 2),
  ]; // prettier-ignore
}

/** Throws RangeError for a projection that flattens the page. */
export function inverse([a, b, c, d, e, f, g, h, i]: Projection): Projection {
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  if (Math.abs(determinant) < 1e-12) throw new RangeError('Projection sans inverse.');
  const over = 1 / determinant;
  return [
    (e * i - f * h) * over,
    (c * h - b * i) * over,
    (b * f - c * e) * over,
    (f * g - d * i) * over,
    (a * i - c * g) * over,
    (c * d - a * f) * over,
    (d * h - e * g) * over,
    (b * g - a * h) * over,
    (a * e - b * d) * over,
  ];
}

export function project([a, b, c, d, e, f, g, h, i]: Projection, { x, y }: PointMm): PointMm {
  const w = g * x + h * y + i;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

/** Takes the unit square to four corners given clockwise from the top left (Heckbert, 1989). */
export function squareToQuad(corners: readonly [PointMm, PointMm, PointMm, PointMm]): Projection {
  const [p0, p1, p2, p3] = corners;
  const sumX = p0.x - p1.x + p2.x - p3.x;
  const sumY = p0.y - p1.y + p2.y - p3.y;
  const [dx1, dx2, dy1, dy2] = [p1.x - p2.x, p3.x - p2.x, p1.y - p2.y, p3.y - p2.y];
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sumX * dy2 - dx2 * sumY) / determinant;
  const h = (dx1 * sumY - sumX * dy1) / determinant;
  return [
    p1.x - p0.x + g * p1.x,
    p3.x - p0.x + h * p3.x,
    p0.x,
    p1.y - p0.y + g * p1.y,
    p3.y - p0.y + h * p3.y,
    p0.y,
    g,
    h,
    1,
  ];
}
