import { STAMP } from '../thresholds.ts';
import type { StrokeGroup } from './group-strokes.ts';
import { hull } from './group-strokes.ts';
import type { Stroke } from './measure-strokes.ts';

/** A stamp has a pen's hue; what tells it is the ring, rounder and larger than a circle drawn around a word. */
export function asStamps(groups: readonly StrokeGroup[]): StrokeGroup[] {
  const rings = groups.flatMap(({ strokes }) => strokes.filter(isRing));
  if (rings.length === 0) return [...groups];
  const stamps = rings.map((ring) => ({ ring, strokes: [] as Stroke[] }));
  const others = groups.flatMap((group) => {
    const strokes = group.strokes.filter((stroke) => {
      const stamp = stroke.coloured && stamps.find(({ ring }) => isInside(stroke, ring));
      if (stamp) stamp.strokes.push(stroke);
      return !stamp;
    });
    if (strokes.length === group.strokes.length) return [group];
    return strokes.length === 0 ? [] : [{ ...group, ...summed(strokes) }];
  });
  return [
    ...others,
    ...stamps
      .filter(({ strokes }) => strokes.length > 0)
      .map(({ strokes }) => ({ ink: 'stamp' as const, confidence: 0.8, ...summed(strokes) })),
  ];
}

function summed(strokes: Stroke[]): Pick<StrokeGroup, 'strokes' | 'areaMm2' | 'box'> {
  return {
    strokes,
    areaMm2: strokes.reduce((sum, { areaMm2 }) => sum + areaMm2, 0),
    box: hull(strokes.map(({ box }) => box)),
  };
}

function isRing({ coloured, box, areaMm2, widthMm }: Stroke): boolean {
  const side = Math.max(box.w, box.h);
  const round = Math.min(box.w, box.h) > STAMP.roundness * side;
  const outlineMm2 = Math.PI * side * widthMm;
  return (
    coloured && round && side >= STAMP.minMm && side <= STAMP.maxMm && areaMm2 > STAMP.leastRing * outlineMm2
  );
}

function isInside({ box }: Stroke, ring: Stroke): boolean {
  const slack = 1;
  return (
    box.x >= ring.box.x - slack &&
    box.y >= ring.box.y - slack &&
    box.x + box.w <= ring.box.x + ring.box.w + slack &&
    box.y + box.h <= ring.box.y + ring.box.h + slack
  );
}
