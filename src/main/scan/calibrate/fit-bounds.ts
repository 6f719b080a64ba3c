import type { InkBounds } from '#shared/contract/calibration.ts';
import { inkBoundsSchema } from '#shared/contract/calibration.ts';
import type { Ink } from '#shared/contract/page-reading.ts';
import { INK_BOUNDS, INK_CLASS } from '../thresholds.ts';

/** A pen of which the ink is known. */
export interface KnownPen {
  expected: Ink;
  hue: number;
  chroma: number;
}

/**
 * Moves each edge of red and blue only as far as the office's pens ask: beyond a pen that fell outside, with a margin where the next
 * ink leaves one. Edges stay within `inkBoundsSchema`, so that no chart, however badly filled in, hides red (docs/adr/0009).
 */
export function fitBounds(pens: readonly KnownPen[]): InkBounds {
  const coloured = pens.filter(({ expected }) => expected !== 'black' && expected !== 'highlighter');
  const of = (ink: Ink) => coloured.filter(({ expected }) => expected === ink).map(({ hue }) => hue);
  const others = (ink: Ink) => coloured.filter(({ expected }) => expected !== ink).map(({ hue }) => hue);
  const { redFrom, redTo, blueFrom, blueTo } = INK_BOUNDS;
  return {
    redFrom: within('redFrom', -upperEdge(-redFrom, negated(of('red')), negated(others('red')))),
    redTo: within('redTo', upperEdge(redTo, of('red'), others('red'))),
    blueFrom: within('blueFrom', -upperEdge(-blueFrom, negated(of('blue')), negated(others('blue')))),
    blueTo: within('blueTo', upperEdge(blueTo, of('blue'), others('blue'))),
    leastChroma: within('leastChroma', leastChroma(pens)),
  };
}

/** The edge above `own` hues: where it was, unless a pen stands on the wrong side of it or too near. Own pens come first. */
function upperEdge(usual: number, own: readonly number[], others: readonly number[]): number {
  const highest = Math.max(...own);
  if (own.length === 0) return usual;
  const next = Math.min(...others.filter((hue) => hue > highest));
  const wanted = Math.min(highest + INK_CLASS.sureHueMargin, (highest + next) / 2);
  if (usual < wanted) return wanted;
  return Math.max(wanted, Math.min(usual, next - INK_CLASS.sureHueMargin));
}

/** Between the palest of the coloured pens and the most coloured of the black ones; where they cross, the coloured come first. */
function leastChroma(pens: readonly KnownPen[]): number {
  const palest = Math.min(...pens.filter(({ expected }) => expected === 'red').map(({ chroma }) => chroma));
  return palest > INK_BOUNDS.leastChroma ? INK_BOUNDS.leastChroma : palest - 1;
}

function negated(values: readonly number[]): number[] {
  return values.map((value) => -value);
}

function within(edge: keyof InkBounds, value: number): number {
  const { minValue, maxValue } = inkBoundsSchema.shape[edge];
  return Math.round(Math.min(maxValue ?? value, Math.max(minValue ?? value, value)) * 10) / 10;
}
