import type { Box } from '#shared/sheet/layout.ts';
import { REGISTER } from '../thresholds.ts';
import { fitAffine, localScale, project } from './projection.ts';
import type { Pair, Point, Projection } from './projection.ts';

/** Top left, top right, bottom right, bottom left of the upright code, in pixels. */
export type Corners = readonly [Point, Point, Point, Point];

/** A code and the printed box it was read from. */
export interface PlacedCode {
  box: Box;
  corners: Corners;
}

export function cornerPairs({ box, corners }: PlacedCode): Pair[] {
  const { x, y, w, h } = box;
  const sheet = [
    { x, y },
    { x: x + w, y },
    { x: x + w, y: y + h },
    { x, y: y + h },
  ];
  return corners.map((seen, index) => ({ seen, sheet: sheet[index]! }));
}

/**
 * The copies of a page say the same, so where each was printed follows from how they lie to one another. All the ways that
 * hold together, best first; a lone code may be any of them, and the registration marks decide.
 */
export function placements(seen: readonly Corners[], boxes: readonly Box[]): PlacedCode[][] {
  return assign(seen, boxes)
    .map((placed) => ({ placed, misfit: misfitMm(placed) }))
    .filter(({ misfit }) => misfit < REGISTER.codeMisfitMm)
    .sort((a, b) => a.misfit - b.misfit)
    .map(({ placed }) => placed);
}

function assign(seen: readonly Corners[], boxes: readonly Box[]): PlacedCode[][] {
  const [corners, ...others] = seen;
  if (!corners) return [[]];
  return boxes.flatMap((box) =>
    assign(
      others,
      boxes.filter((other) => other !== box),
    ).map((rest) => [{ box, corners }, ...rest]),
  );
}

function misfitMm(placed: readonly PlacedCode[]): number {
  const pairs = placed.flatMap(cornerPairs);
  const fit = fitAffine(pairs);
  if (!fit || !isPlausible(fit)) return Infinity;
  const squares = pairs.map(({ sheet, seen }) => {
    const at = project(fit, sheet);
    const scale = localScale(fit, sheet);
    return ((at.x - seen.x) / scale.x) ** 2 + ((at.y - seen.y) / scale.y) ** 2;
  });
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

/** Not mirrored, and near enough as wide as high. */
function isPlausible(fit: Projection): boolean {
  const scale = localScale(fit, { x: 0, y: 0 });
  return fit.a * fit.e - fit.b * fit.d > 0 && Math.abs(Math.log(scale.x / scale.y)) < 0.2;
}
