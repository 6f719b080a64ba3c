import type { InkBounds } from '#shared/contract/calibration.ts';
import type { Ink } from '#shared/contract/page-reading.ts';
import { INK_BOUNDS, INK_CLASS } from '../thresholds.ts';
import { labOfAbsorbance } from './lab-colour.ts';
import type { LabColour } from './lab-colour.ts';
import type { Stroke } from './measure-strokes.ts';

export interface InkGuess {
  ink: Ink;
  /** 0 to 1: how far from the nearest other answer. */
  confidence: number;
}

/**
 * Which ink drew a stroke, from the colour of its core. The stroke is judged as a whole, never its pixels; `bounds` are the station's
 * own where it was calibrated.
 */
export function classifyStroke(stroke: Stroke, bounds: InkBounds = INK_BOUNDS): InkGuess {
  const colour = labOfAbsorbance(stroke.absorbance);
  if (!stroke.coloured || colour.chroma < bounds.leastChroma)
    return { ink: 'black', confidence: confidenceOfDark(stroke) };
  if (isHighlighter(stroke)) return { ink: 'highlighter', confidence: 0.8 };
  if (isStain(stroke, colour)) return { ink: 'stain', confidence: 0.7 };
  const [ink, margin] = inkOfHue(colour.hue, bounds);
  const sure = Math.min(1, margin / INK_CLASS.sureHueMargin);
  const strong = Math.min(1, colour.chroma / INK_CLASS.sureChroma);
  return { ink, confidence: round(0.3 + 0.35 * sure + 0.35 * strong) };
}

function confidenceOfDark({ absorbance }: Stroke): number {
  return round(0.5 + 0.5 * Math.min(1, Math.max(...absorbance) / INK_CLASS.sureAbsorbance));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The ink of a hue and how many degrees separate it from the nearest other ink. */
function inkOfHue(hue: number, { redFrom, redTo, blueFrom, blueTo }: InkBounds): [Ink, number] {
  if (hue >= redFrom && hue < redTo) return ['red', Math.min(hue - redFrom, redTo - hue)];
  if (hue >= blueFrom && hue < blueTo) return ['blue', Math.min(hue - blueFrom, blueTo - hue)];
  const toEdges = [redFrom, redTo, blueFrom, blueTo].map((edge) => Math.abs(hue - edge));
  return ['other', Math.min(...toEdges)];
}

/** Broad and so light that what lies beneath is still read. */
function isHighlighter({ widthMm, absorbance, areaMm2 }: Stroke): boolean {
  const { minWidthMm, minAreaMm2, maxLeast } = INK_CLASS.highlighter;
  return widthMm >= minWidthMm && areaMm2 >= minAreaMm2 && Math.min(...absorbance) <= maxLeast;
}

/** Brown, pale, and broader or larger than a pen makes: coffee, rust, damp. */
function isStain({ widthMm, box }: Stroke, colour: LabColour): boolean {
  const { minWidthMm, minSideMm } = INK_CLASS.stain;
  return isBrown(colour) && (widthMm >= minWidthMm || Math.max(box.w, box.h) >= minSideMm);
}

/** The hues of coffee, rust and damp, where no pen is. */
export function isBrown({ hue }: LabColour): boolean {
  return hue >= INK_CLASS.stain.fromHue && hue <= INK_CLASS.stain.toHue;
}
