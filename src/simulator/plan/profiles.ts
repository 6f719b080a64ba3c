import type { SheetPage } from '#shared/sheet/layout.ts';
import type { PaperPlan } from '../paper.ts';
import type { PenClass, PenFamily } from '../pens.ts';
import type { ScanPlan } from '../scanner/scan-plan.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { crossedCode, officeMarks, penOfClass, strayMark, type CorrectionHabit } from './draw-marks.ts';
import { usualPaper, wornPaper } from './draw-paper.ts';
import { faultyScan, phonePicture, resized, unknownScan, usualScan } from './draw-scan.ts';
import type { CorrectionKind, OtherMarkPlan } from './return-plan.ts';

/** A population of returns: how its people correct, on what paper, through what scanner. */
export interface Profile {
  corrections: CorrectionHabit;
  paper: (random: SeededRandom) => PaperPlan;
  scan: (random: SeededRandom) => ScanPlan;
  otherMarks: (page: SheetPage, family: PenFamily, random: SeededRandom) => OtherMarkPlan[];
  /** Chance that the sheet comes back without a signature, and without a date. */
  unsigned: number;
  /** Two sheets go through the feeder at once. */
  doubleFeed?: boolean;
}

const NOTHING_ELSE = (): OtherMarkPlan[] => [];
const RED_PENS: readonly PenClass[] = ['red-ballpoint', 'red-gel', 'red-felt', 'red-dark'];
const REWRITING: readonly CorrectionKind[] = [
  'strike-and-rewrite',
  'strike-and-rewrite',
  'rewrite-beside',
  'strike-only',
  'circle-and-rewrite',
  'underline',
  'margin-arrow',
  'across',
];

const NORMAL: Profile = {
  corrections: { count: [1, 4], penClasses: RED_PENS, kinds: REWRITING },
  paper: usualPaper,
  scan: usualScan,
  otherMarks: NOTHING_ELSE,
  unsigned: 0.12,
};
const NO_CORRECTION: CorrectionHabit = { ...NORMAL.corrections, count: [0, 0] };

const withScan = (change: (random: SeededRandom) => Partial<ScanPlan>) => (random: SeededRandom) => ({
  ...usualScan(random),
  ...change(random),
});

export const PROFILES = {
  clean: { ...NORMAL, corrections: NO_CORRECTION },
  normal: NORMAL,
  faint: {
    ...NORMAL,
    corrections: { ...NORMAL.corrections, penClasses: ['red-faint', 'red-thin'] },
    scan: withScan((random) => ({ dpi: random.pick([200, 300]), jpegQuality: random.integer(58, 75) })),
  },
  small: {
    ...NORMAL,
    corrections: { count: [1, 4], penClasses: RED_PENS, kinds: ['tiny', 'tiny', 'overwrite', 'tick'] },
  },
  blueBlack: { ...NORMAL, corrections: { ...NORMAL.corrections, penClasses: ['blue', 'black', 'pencil'] } },
  otherColours: {
    ...NORMAL,
    corrections: { ...NORMAL.corrections, penClasses: ['orange', 'pink', 'brown', 'purple'] },
  },
  fluid: {
    ...NORMAL,
    corrections: {
      count: [1, 2],
      penClasses: ['blue', 'black', 'red-ballpoint'],
      kinds: ['fluid-and-rewrite'],
    },
  },
  photocopy: {
    ...NORMAL,
    scan: withScan((random) => ({
      photocopied: true,
      scaleX: random.range(0.95, 1.01),
      scaleY: random.range(0.95, 1.01),
    })),
  },
  copySigned: { ...NORMAL, paper: (random) => ({ ...usualPaper(random), photocopiedFirst: true }) },
  grey: {
    ...NORMAL,
    scan: withScan((random) => ({ mode: random.pick(['grey', 'bilevel', 'red-dropout'] as const) })),
  },
  stamped: { ...NORMAL, otherMarks: officeMarks },
  stray: {
    ...NORMAL,
    corrections: { ...NORMAL.corrections, count: [0, 1] },
    otherMarks: (page, family, random) => [
      strayMark(page, penOfClass(family, random.pick(RED_PENS), random), random),
    ],
  },
  paperFaults: { ...NORMAL, corrections: { ...NORMAL.corrections, count: [0, 2] }, paper: wornPaper },
  scanFaults: { ...NORMAL, corrections: { ...NORMAL.corrections, count: [0, 3] }, scan: faultyScan },
  resized: {
    ...NORMAL,
    scan: withScan((random) => resized(random.pick([random.range(0.94, 0.97), 1.03]), random)),
  },
  turned: {
    ...NORMAL,
    scan: withScan((random) => ({ quarterTurn: random.pick([90, 180, 180, 270] as const) })),
  },
  phone: { ...NORMAL, scan: phonePicture },
  doubleFeed: { ...NORMAL, doubleFeed: true },
  strangers: {
    ...NORMAL,
    corrections: { ...NORMAL.corrections, penClasses: ['red-any'] },
    scan: unknownScan,
  },
  codeCrossed: { ...NORMAL, otherMarks: crossedCode },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;
export const PROFILE_NAMES = Object.keys(PROFILES) as ProfileName[];
