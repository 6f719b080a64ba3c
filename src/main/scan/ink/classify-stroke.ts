import type { Ink } from '#shared/contract/page-reading.ts';
import { INK_CLASS } from '../thresholds.ts';
import type { Stroke } from './measure-strokes.ts';

export interface InkGuess {
  ink: Ink;
  /** 0 to 1: how far from the nearest other answer. */
  confidence: number;
}

/**
 * Which ink drew a stroke, from the proportions of its absorbance: these stay the same for a thick and a thin layer, where the
 * hue seen does not. The stroke is judged as a whole, never its pixels.
 */
export function classifyStroke(stroke: Stroke): InkGuess {
  if (!stroke.coloured) return { ink: 'black', confidence: confidenceOfDark(stroke) };
  const [red, green, blue] = stroke.absorbance;
  const strongest = Math.max(red, green, blue);
  if (isHighlighter(stroke, strongest)) return { ink: 'highlighter', confidence: 0.8 };
  if (isStain(stroke, strongest)) return { ink: 'stain', confidence: 0.7 };
  const hue = hueOf(red, green, blue);
  const [ink, margin] = inkOfHue(hue);
  const sure = Math.min(1, margin / INK_CLASS.sureHueMargin);
  const strong = Math.min(1, stroke.chroma / INK_CLASS.sureChroma);
  return { ink, confidence: round(0.4 + 0.35 * sure + 0.25 * strong) };
}

function confidenceOfDark({ absorbance }: Stroke): number {
  return round(0.5 + 0.5 * Math.min(1, Math.max(...absorbance) / INK_CLASS.sureAbsorbance));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Angle of the absorbance around the grey axis, in degrees: 0 where only red light passes, 120 green, -120 blue. */
function hueOf(red: number, green: number, blue: number): number {
  const passRed = -red;
  const passGreen = -green;
  const passBlue = -blue;
  const x = passRed - (passGreen + passBlue) / 2;
  const y = (Math.sqrt(3) / 2) * (passGreen - passBlue);
  return (Math.atan2(y, x) * 180) / Math.PI;
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
function isHighlighter({ widthMm, absorbance, areaMm2 }: Stroke, strongest: number): boolean {
  const { highlighter } = INK_CLASS;
  const lightest = Math.min(...absorbance);
  return widthMm >= highlighter.minWidthMm && areaMm2 >= highlighter.minAreaMm2 && lightest <= highlighter.maxLeast && strongest <= highlighter.maxMost;
}

/** Broad, pale and brown: coffee, rust, damp. */
function isStain({ widthMm, absorbance }: Stroke, strongest: number): boolean {
  const { stain } = INK_CLASS;
  return widthMm >= stain.minWidthMm && strongest <= stain.maxMost && absorbance[2] > absorbance[0];
}
