import type { InkBounds } from '#shared/contract/calibration.ts';

/**
 * Every number that decides something, in one place. `THRESHOLDS_VERSION` rises with any change, so that an old reading can
 * be told from a new one. Tuned on the simulator's tuning seeds, never on those that score.
 */
export const THRESHOLDS_VERSION = 10;

export const INGEST = {
  maxFileBytes: 200 * 1024 * 1024,
  /** A4 at 600 dpi is 35 million pixels. */
  maxPixels: 40_000_000,
  /** The same in 8-bit colours with transparency takes 140 MB once decoded; in 16 bits, A4 at 400 dpi takes 93. */
  maxDecodedBytes: 160_000_000,
  maxPages: 500,
  /** From this longest side on, a page is shrunk by a whole factor to no more than `maxWorkingSidePx` (A4 at 205 dpi). */
  shrinkFromSidePx: 3_000,
  maxWorkingSidePx: 2_400,
  /** A4 at 410 dpi: what codes that were not found are searched in. */
  maxFineSidePx: 4_800,
  maxInflatedBytes: 320 * 1024 * 1024,
  /** What a page of a PDF says to draw; a scanned one says it in a hundred bytes. */
  maxContentBytes: 2 * 1024 * 1024,
  /** Images and forms that it draws, those of its forms included; a scanned page draws one, strips and layers a hundred. */
  maxDrawings: 10_000,
  /** The lists of objects of 500 scanned pages take a hundredth of it. */
  maxObjectBytes: 32 * 1024 * 1024,
} as const;

export const POOL = {
  pageTimeoutMs: 10_000,
  pageStallMs: 60_000,
  /** Loading the decoders takes a second; a worker that never gets there has lost its task all the same. */
  startTimeoutMs: 60_000,
  /** Growth of the whole process since the pages in work were begun: beyond it they are read again, one alone at a time. */
  maxGrowthBytes: 900 * 1024 * 1024,
  workerHeapMb: 384,
  watchEveryMs: 200,
} as const;

export const REGISTER = {
  /** Grey levels between paper and ink below which no mark is looked for. */
  minContrast: 40,
  paperNoise: 12,
  areaTolerance: 0.3,
  sideTolerance: 0.2,
  /** Where to look for a mark: this far, plus this much per millimetre from the nearest point already known. */
  seekMm: 1.5,
  seekPerMm: 0.04,
  /** Fewer marks than this: no reading at all. */
  leastMarks: 2,
  minMarks: 4,
  /** With so many marks where they should be, no other reading of the codes is tried. */
  convincingMarks: 6,
  codeMisfitMm: 2.5,
  minMarksForPerspective: 6,
  affineEnoughMm: 0.12,
  perspectiveGain: 0.5,
  outlierMm: 0.25,
  outlierGain: 0.6,
  refuseMm: 0.5,
} as const;

export const CODES = {
  /** Grey levels between the lightest and the darkest of a page where no code can be. */
  blankContrast: 30,
  blankSampleEvery: 97,
  /** Around where a copy should be, for a fit that is still rough. */
  searchMarginMm: 5,
  /** Around where it is on a sheet that fills the scan: a few degrees of skew, a printer's shrinking, a border. */
  usualMarginMm: 11,
} as const;

export const PRINT_MASK = {
  /** 152 dpi: as fine as the plane that is read. */
  pxPerMm: 6,
  toleranceMm: 0.36,
  maxCachedRuns: 5_000,
  /** A fill lighter than this is paper. */
  lightFillGrey: 0.8,
} as const;

export const PAPER_WHITE = {
  tilePx: 64,
  /** Every so many pixels of a tile, across and down, are looked at. */
  samplePx: 4,
  cellPx: 16,
  /** Rank of the pixel taken for paper among those of its tile. */
  rank: 0.8,
  /** A tile darker than this share of the page is no paper. */
  darkestShare: 0.6,
} as const;

export const SHIFT = { negligiblePx: 0.2, implausiblePx: 4 } as const;

/** On a scale where the paper is 255 in each channel. */
export const INK = {
  /** Lighter than this share of the paper in every channel: paper. */
  paperShare: 0.93,
  chroma: 18,
  /** Of the distance from paper: a black pen is never quite grey, a red one is far from it. */
  chromaShare: 0.28,
  /** Over print, least chroma of a pen; raised where the print itself is tinted, so that this share of it passes at most. */
  chromaNearPrint: 44,
  overPrintShare: 0.03,
  chromaGateMost: 120,
  /** Darker than this in every channel: ink, whatever its colour. */
  dark: 190,
} as const;

export const STROKE = {
  minAreaMm2: 0.05,
  /** Pixels at least so strong, against the strongest of the stroke, are its core. */
  coreShare: 0.6,
  /** A slanted edge counts more pixel sides than it is long. */
  outlineSlack: 0.8,
} as const;

/** CIE Lab hues in degrees, and the chroma below which a stroke is black; measured on the tuning pens. A station may have its own. */
export const INK_BOUNDS: InkBounds = { redFrom: -5, redTo: 43, blueFrom: -98, blueTo: -54, leastChroma: 9 };

export const INK_CLASS = {
  sureHueMargin: 6,
  sureChroma: 30,
  sureAbsorbance: 0.5,
  highlighter: { minWidthMm: 1.6, minAreaMm2: 12, maxLeast: 0.12 },
  stain: { fromHue: 62, toHue: 105, minWidthMm: 0.85, minSideMm: 25 },
} as const;

/** A pen over a highlighter. Absorbances, base 10. */
export const HIGHLIGHTED = {
  /** Less than a highlighter is broad: the outlines of the letters it covers, and of the pen over it, are counted too. */
  minWidthMm: 1.1,
  sampleEvery: 7,
  /** Between the channel it absorbs most and the one it absorbs least. */
  leastSpread: 0.2,
  /** The same of a pen over print: the rim of a letter absorbs alike in all channels. */
  penSpread: 0.3,
  /** More than it by so much: another ink. */
  leastExcess: 0.2,
  /** And by this share of what it absorbs itself: its ends and overlaps are darker. */
  unevenness: 0.5,
  /** A channel that it absorbs so much of says nothing sure of what lies above. */
  opaqueFrom: 0.2,
  reachMm: 2.5,
} as const;

export const COLOUR = {
  sampleEvery: 97,
  greyChroma: 14,
  colouredShare: 0.0004,
  noiseMean: 1.2,
  nearBlack: 24,
  nearWhite: 231,
  bilevelShare: 0.97,
  witnessChroma: 40,
} as const;

export const ARTEFACT = {
  onPrintShare: 0.8,
  penWidthMm: 0.3,
  penChroma: 70,
  edgeMm: 5,
  overEdge: { beyondMm: 0.3, reachMm: 14, cornerReachMm: 30 },
  copyRimMm: 0.35,
  ruleRim: { mostHeightMm: 0.26, timesHeight: 2, fromRuleMm: 0.6 },
  ruledMm: 70,
  ruledAcrossMm: 1.5,
  ruledSlope: 0.012,
  scanLine: { leastMm: 2, mostWidthMm: 0.2, mostAbsorbance: 0.09 },
  holeMarginMm: 22,
} as const;

export const GROUP = {
  /** Strokes at least so large show their own hue. */
  ownInkMm2: 0.6,
  /** Gap over which letters of a word, or dashes of a dry pen, still belong together. */
  reachMm: 2,
  /** The same along a line, where a stroke is lost under the print that it crosses. */
  alongMm: 4.5,
} as const;

export const STAMP = { minMm: 15, maxMm: 55, roundness: 0.85, leastRing: 0.55 } as const;

/** A line through a printed answer, seen on a grid of so many cells per millimetre. */
export const STRIKE = {
  cellsPerMm: 6,
  /** Darker than this share of the paper in one channel: ink. */
  inkShare: 0.76,
  /** It may rise by one cell after so many. */
  levelCells: 6,
  leastMm: 5,
  timesPrint: 2,
  /** Beyond the answer, on both sides, a stroke is followed. */
  besideMm: 2.5,
  offPrintMm: 1,
  usualWidthMm: 0.5,
  /** Between the letters the pen's colour is mixed with their blur: less chroma than this is a black pen. */
  leastChroma: 40,
} as const;

export const ATTRIBUTE = {
  minInkMm2: 0.6,
  minShare: 0.2,
  leastInkMm2: 0.04,
  lineReachMm: 3,
  marginReachMm: 40,
  /** Beyond the answers by so much, a mark begins in the margin; so far beyond its end lies what it points at. */
  inMarginMm: 2,
  tipMm: 2,
} as const;

/** The line of an arrow beyond printed answers that hide a part of it; the gap is what none of them covers. */
export const ARROW = { gapMm: 8, besideMm: 2, leastMm: 12, mostInk: 1.6 } as const;

export const SIGNING = {
  insideShare: 0.4,
  unclaimedShare: 0.8,
  /** Less ink than this in a box is dust. */
  traceMm2: 0.5,
  signature: { areaMm2: 3, extentMm: 6 },
  date: { areaMm2: 2.2, extentMm: 5 },
} as const;

/** What a group of strokes must show to be reported at all. */
export const REPORT = {
  redMm2: 0.12,
  /** Of any other colour: nobody asks for corrections in it, so small ones are more likely tinted print. */
  colouredMm2: 0.3,
  colouredChroma: 34,
  /** Mostly over print, it must be strong and large: the rim of a letter is neither. */
  overPrintShare: 0.6,
  overPrintMm2: 0.8,
  overPrintChroma: 70,
  /** A smaller one must be red and as wide as a pen: rims of print are half so wide. */
  rewritten: { areaMm2: 0.25, chroma: 65, widthMm: 0.27 },
  /** A red pen that is nearly dry: pale all along, but long. */
  faintRed: { areaMm2: 0.6, extentMm: 1.8, strokeMm2: 0.4, chroma: 24 },
  darkMm2: 0.5,
  darkExtentMm: 1.2,
  darkAbsorbance: 0.16,
  /** Less sure than this, a person should look. */
  sureConfidence: 0.6,
} as const;

export const SCREEN_IMAGE = { quality: 80 } as const;

export const RESOLUTION = { warnBelowPxPerMm: 5.6, refuseBelowPxPerMm: 3.9 } as const;
