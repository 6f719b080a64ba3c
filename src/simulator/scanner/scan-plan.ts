import type { Channels } from '../raster.ts';

export const QUARTER_TURNS = [0, 90, 180, 270] as const;
export type QuarterTurn = (typeof QUARTER_TURNS)[number];

/** What lies behind the sheet. */
export const LIDS = {
  white: [0.9, 0.9, 0.9],
  grey: [0.32, 0.32, 0.33],
  black: [0.015, 0.015, 0.015],
  desk: [0.3, 0.2, 0.13],
} as const satisfies Record<string, Channels>;

export const COLOUR_MODES = ['colour', 'grey', 'bilevel', 'red-dropout'] as const;
export type ColourMode = (typeof COLOUR_MODES)[number];

/** A scanner and how it was used on one page. */
export interface ScanPlan {
  dpi: number;
  mode: ColourMode;
  /** Clockwise turn of the content in the image. */
  quarterTurn: QuarterTurn;
  /** Clockwise, on top of the quarter turn. */
  skewDeg: number;
  /** Size of the content against the sheet's own, across and along the feed; a shrunk print counts here too. */
  scaleX: number;
  scaleY: number;
  offsetXMm: number;
  offsetYMm: number;
  /** How far the red and blue lines of the sensor lie from the green one, in pixels, along the feed and across. */
  redShift: { x: number; y: number };
  blueShift: { x: number; y: number };
  /** Loss of light at the darkest edge, 0 to 0.3. */
  shading: number;
  /** Linear reflectances that come out white and black; a low white is what "auto-contrast" does. */
  whitePoint: number;
  blackPoint: number;
  gamma: number;
  /** What the lamp and the sensor make of white, per channel; 1 is no cast. */
  cast: Channels;
  /** 1 is true to the ink. */
  saturation: number;
  /** Standard deviation of the sensor's noise, in levels of 255. */
  noise: number;
  /** Lines left by dirt on the glass of a feeder. */
  streaks: number;
  lid: keyof typeof LIDS;
  /** Of the optics, in pixels. */
  blurPx: number;
  /** 100: PNG, without loss. */
  jpegQuality: number;
  chromaSubsampling: '4:2:0' | '4:4:4';
  /** The written sheet was photocopied, and the copy scanned. */
  photocopied: boolean;
  /** A photograph rather than a scan: how far its corners stray (share of the width) and how dark the shadow is. */
  phone?: { perspective: number; shadow: number };
}

/** An office scanner in good order, 300 dpi, colour. */
export const PLAIN_SCAN: ScanPlan = {
  dpi: 300,
  mode: 'colour',
  quarterTurn: 0,
  skewDeg: 0,
  scaleX: 1,
  scaleY: 1,
  offsetXMm: 0,
  offsetYMm: 0,
  redShift: { x: 0, y: 0 },
  blueShift: { x: 0, y: 0 },
  shading: 0.02,
  whitePoint: 0.88,
  blackPoint: 0.01,
  gamma: 1,
  cast: [1, 1, 1],
  saturation: 1,
  noise: 1.2,
  streaks: 0,
  lid: 'white',
  blurPx: 0,
  jpegQuality: 85,
  chromaSubsampling: '4:2:0',
  photocopied: false,
};
