import type { SheetPage } from '#shared/sheet/layout.ts';
import type { Raster } from '../raster.ts';
import { REGISTER } from '../thresholds.ts';
import { findMark } from './find-mark.ts';
import type { SeenMark } from './find-mark.ts';
import { cornerPairs, placements } from './place-codes.ts';
import type { Corners, PlacedCode } from './place-codes.ts';
import { fitAffine, fitProjective, localScale, project } from './projection.ts';
import type { Pair, Point, Projection } from './projection.ts';

export interface Registration {
  /** Millimetres on the sheet to pixels. */
  toScan: Projection;
  rmsMm: number;
  marksFound: number;
  /** How far the red and blue planes lie from the green one, in pixels. */
  shift: { red: Point; blue: Point };
}

interface SeenPair extends Pair {
  mark: SeenMark;
}

/**
 * Lays the sheet over the scan: the corners of the codes say where to look for the marks, the marks say the rest. Undefined
 * when not even the codes agree on a place.
 */
export function registerPage(
  raster: Raster,
  page: SheetPage,
  codes: readonly Corners[],
): Registration | undefined {
  let best: Registration | undefined;
  for (const placed of placements(codes, page.codes)) {
    const registration = registerPlaced(raster, page, placed);
    if (registration && (!best || registration.marksFound > best.marksFound)) best = registration;
    if (best && best.marksFound >= REGISTER.convincingMarks) return best;
  }
  return best;
}

function registerPlaced(
  raster: Raster,
  page: SheetPage,
  codes: readonly PlacedCode[],
): Registration | undefined {
  const corners = codes.flatMap(cornerPairs);
  const rough = fitAffine(corners);
  if (!rough) return undefined;
  const found = seekMarks(raster, page, corners, rough);
  const kept = withoutOutliers(found);
  const toScan = kept.length >= REGISTER.minMarks ? bestFit(kept) : fitAffine([...kept, ...corners]);
  if (!toScan) return undefined;
  return {
    toScan,
    rmsMm: rmsMm(toScan, kept.length >= REGISTER.minMarks ? kept : [...kept, ...corners]),
    marksFound: kept.length,
    shift: channelShift(kept),
  };
}

/** Nearest marks first, each one found sharpening the guess for the next, so that one code at one end is enough. */
function seekMarks(raster: Raster, page: SheetPage, corners: readonly Pair[], rough: Projection): SeenPair[] {
  const sides = page.items.flatMap((item) => (item.kind === 'mark' ? [item.box.w] : []));
  const sideMm = sides[0] ?? 0;
  const found: SeenPair[] = [];
  let guess = rough;
  const left = [...page.marks];
  while (left.length > 0) {
    const known: Point[] = [...corners, ...found].map((pair) => pair.sheet);
    const reach = (mark: Point): number =>
      Math.min(...known.map((point) => Math.hypot(point.x - mark.x, point.y - mark.y)));
    left.sort((a, b) => reach(b) - reach(a));
    const mark = left.pop()!;
    const scale = localScale(guess, mark);
    const side = sideMm * Math.sqrt(scale.x * scale.y);
    const radius = (REGISTER.seekMm + REGISTER.seekPerMm * reach(mark)) * Math.max(scale.x, scale.y);
    const seen = findMark(raster, project(guess, mark), side, radius);
    if (!seen) continue;
    found.push({ sheet: mark, seen: seen.centre, mark: seen });
    guess = fitAffine([...corners, ...found, ...found]) ?? guess;
  }
  return found;
}

function residualsMm(toScan: Projection, pairs: readonly Pair[]): number[] {
  return pairs.map(({ sheet, seen }) => {
    const scale = localScale(toScan, sheet);
    const at = project(toScan, sheet);
    return Math.hypot((at.x - seen.x) / scale.x, (at.y - seen.y) / scale.y);
  });
}

function rmsMm(toScan: Projection, pairs: readonly Pair[]): number {
  const residuals = residualsMm(toScan, pairs);
  return Math.sqrt(
    residuals.reduce((sum, residual) => sum + residual * residual, 0) / Math.max(1, residuals.length),
  );
}

/** Leaves one out at a time, while leaving it out is what makes the others agree. */
function withoutOutliers(found: readonly SeenPair[]): SeenPair[] {
  let kept = [...found];
  while (kept.length > REGISTER.minMarks) {
    const fit = bestFit(kept);
    if (!fit || Math.max(...residualsMm(fit, kept)) < REGISTER.outlierMm) return kept;
    const candidates = kept.map((_, index) => kept.filter((__, other) => other !== index));
    const scored = candidates.map((rest) => ({ rest, rms: rmsOf(rest) })).sort((a, b) => a.rms - b.rms);
    if (scored[0]!.rms > rmsMm(fit, kept) * REGISTER.outlierGain) return kept;
    kept = scored[0]!.rest;
  }
  return kept;
}

function rmsOf(pairs: readonly Pair[]): number {
  const fit = bestFit(pairs);
  return fit ? rmsMm(fit, pairs) : Infinity;
}

/** Affine, unless perspective explains the marks much better and there are marks enough to tell. */
function bestFit(pairs: readonly Pair[]): Projection | undefined {
  const affine = fitAffine(pairs);
  if (!affine || pairs.length < REGISTER.minMarksForPerspective) return affine;
  const rms = rmsMm(affine, pairs);
  if (rms < REGISTER.affineEnoughMm) return affine;
  const projective = fitProjective(pairs);
  return projective && rmsMm(projective, pairs) < rms * REGISTER.perspectiveGain ? projective : affine;
}

function channelShift(marks: readonly SeenPair[]): Registration['shift'] {
  const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const of = (channel: 'red' | 'blue'): Point => ({
    x: median(marks.map(({ mark }) => mark[channel].x - mark.centre.x)),
    y: median(marks.map(({ mark }) => mark[channel].y - mark.centre.y)),
  });
  return { red: of('red'), blue: of('blue') };
}
