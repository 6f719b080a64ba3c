import { solveLeastSquares } from './solve-linear.ts';

export interface Point {
  x: number;
  y: number;
}

/** A place on the sheet (mm) and where it was seen in the scan (px). */
export interface Pair {
  sheet: Point;
  seen: Point;
}

/**
 * Where the sheet lies in the scan, or the other way round: x' = (ax + by + c) / (gx + hy + 1), y' = (dx + ey + f) / (…).
 * Flat-bed and feeder scans are affine (g = h = 0); phone photographs are not.
 */
export interface Projection {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
  g: number;
  h: number;
}

export function project(p: Projection, { x, y }: Point): Point {
  const scale = 1 / (p.g * x + p.h * y + 1);
  return { x: (p.a * x + p.b * y + p.c) * scale, y: (p.d * x + p.e * y + p.f) * scale };
}

export function invert(p: Projection): Projection {
  const { a, b, c, d, e, f, g, h } = p;
  const last = a * e - b * d;
  return {
    a: (e - f * h) / last,
    b: (c * h - b) / last,
    c: (b * f - c * e) / last,
    d: (f * g - d) / last,
    e: (a - c * g) / last,
    f: (c * d - a * f) / last,
    g: (d * h - e * g) / last,
    h: (b * g - a * h) / last,
  };
}

/** Undefined when the points lie on one line or are fewer than three. */
export function fitAffine(pairs: readonly Pair[]): Projection | undefined {
  const across = solveLeastSquares(
    pairs.map(({ sheet, seen }) => [sheet.x, sheet.y, 1, seen.x]),
    3,
  );
  const down = solveLeastSquares(
    pairs.map(({ sheet, seen }) => [sheet.x, sheet.y, 1, seen.y]),
    3,
  );
  if (!across || !down) return undefined;
  const [a, b, c] = across as [number, number, number];
  const [d, e, f] = down as [number, number, number];
  return { a, b, c, d, e, f, g: 0, h: 0 };
}

/** Numbers near 1 keep the normal equations of the projective fit well conditioned. */
const SHEET_UNIT_MM = 300;
const SEEN_UNIT_PX = 2000;

/** Undefined for fewer than four points, or no solution. */
export function fitProjective(pairs: readonly Pair[]): Projection | undefined {
  const rows = pairs.flatMap(({ sheet, seen }) => {
    const [x, y] = [sheet.x / SHEET_UNIT_MM, sheet.y / SHEET_UNIT_MM];
    const [u, v] = [seen.x / SEEN_UNIT_PX, seen.y / SEEN_UNIT_PX];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  const solved = solveLeastSquares(rows, 8);
  if (!solved) return undefined;
  const [a, b, c, d, e, f, g, h] = solved as [number, number, number, number, number, number, number, number];
  const slope = SEEN_UNIT_PX / SHEET_UNIT_MM;
  return {
    a: a * slope,
    b: b * slope,
    c: c * SEEN_UNIT_PX,
    d: d * slope,
    e: e * slope,
    f: f * SEEN_UNIT_PX,
    g: g / SHEET_UNIT_MM,
    h: h / SHEET_UNIT_MM,
  };
}

/** Pixels per millimetre along the sheet's own axes, near its centre. */
export function localScale(p: Projection, at: Point): { x: number; y: number } {
  const here = project(p, at);
  const right = project(p, { x: at.x + 1, y: at.y });
  const below = project(p, { x: at.x, y: at.y + 1 });
  return {
    x: Math.hypot(right.x - here.x, right.y - here.y),
    y: Math.hypot(below.x - here.x, below.y - here.y),
  };
}
