import type { Ink } from '#shared/contract/page-reading.ts';
import { INK_CLASS } from '../thresholds.ts';
import { labOfAbsorbance } from './lab-colour.ts';
import type { LabColour } from './lab-colour.ts';
import type { Stroke } from './measure-strokes.ts';

export interface InkGuess {
  ink: Ink;
  /** 0 to 1: how far from the nearest other answer. */
  confidence: number;
}

/** Which ink drew a stroke, from the colour of its core. The stroke is judged as a whole, never its pixels. */
export function classifyStroke(stroke: Stroke): InkGuess {
  const colour = labOfAbsorbance(stroke.absorbance);
  if (!stroke.coloured || colour.chroma < INK_CLASS.leastChroma)
    return { ink: 'black', confidence: confidenceOfDark(stroke) };
  if (isHighlighter(stroke)) return { ink: 'highlighter', confidence: 0.8 };
  if (isStain(stroke, colour)) return { ink: 'stain', confidence: 0.7 };
  const [ink, margin] = inkOfHue(colour.hue);
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
function inkOfHue(hue: number): [Ink, number] {
  for (const { ink, from, to } of INK_CLASS.hues) {
    if (hue >= from && hue < to) return [ink, Math.min(hue - from, to - hue)];
  }
  const toEdges = INK_CLASS.hues.flatMap(({ from, to }) => [Math.abs(hue - from), Math.abs(hue - to)]);
  return ['other', Math.min(...toEdges)];
}

/** Broad and so light that what lies beneath is still read. */
function isHighlighter({ widthMm, absorbance, areaMm2 }: Stroke): boolean {
  const { minWidthMm, minAreaMm2, maxLeast } = INK_CLASS.highlighter;
  return widthMm >= minWidthMm && areaMm2 >= minAreaMm2 && Math.min(...absorbance) <= maxLeast;
}

/** Brown, pale, and broader or larger than a pen makes: coffee, rust, damp. */
function isStain({ widthMm, box }: Stroke, { hue }: LabColour): boolean {
  const { fromHue, toHue, minWidthMm, minSideMm } = INK_CLASS.stain;
  return hue >= fromHue && hue <= toHue && (widthMm >= minWidthMm || Math.max(box.w, box.h) >= minSideMm);
}
