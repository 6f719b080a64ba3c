import type { Ink } from '#shared/contract/page-reading.ts';
import type { Channels } from './raster.ts';
import { SeededRandom } from './seeded-random.ts';

/**
 * Pens come in two disjoint families: thresholds are tuned on one and scored on the other, so that no reader can be
 * praised for knowing the very pens it is examined with.
 */
export const PEN_FAMILIES = ['tuning', 'scoring'] as const;
export type PenFamily = (typeof PEN_FAMILIES)[number];

export const PEN_CLASSES = [
  'red-ballpoint',
  'red-gel',
  'red-felt',
  'red-thin',
  'red-faint',
  'red-dark',
  'orange',
  'pink',
  'brown',
  'purple',
  'blue',
  'black',
  'pencil',
  'highlighter',
  'marker',
] as const;
/** `red-any` is no shelf: each of its pens is drawn from its number. */
export type PenClass = (typeof PEN_CLASSES)[number] | 'red-any';

/** How a tip puts ink on paper. */
export interface Nib {
  /** Of a full stroke, per channel (base 10). */
  absorbance: Channels;
  widthMm: number;
  /** Share of the half-width over which the ink fades out, 0 (gel) to 1 (pencil). */
  softness: number;
  /** How much the flow of ink wavers along the stroke, 0 to 1. */
  flow: number;
  /** How much the grain of the paper shows through, 0 to 1. */
  grain: number;
  /** Share of the stroke's length where the ball turns dry. */
  skips: number;
  /** Ink heaped at the edge (felt, gel: above 0) or in the middle (below 0). */
  rim: number;
}

export interface Pen extends Nib {
  id: string;
  penClass: PenClass;
  family: PenFamily;
  /** What a person would call its ink. */
  ink: Ink;
}

/** One pen a line: absorbance R, G, B; width; softness, flow, grain, skips, rim. */
function pen(
  family: PenFamily,
  penClass: PenClass,
  name: string,
  ink: Ink,
  absorbance: Channels,
  widthMm: number,
  [softness, flow, grain, skips, rim]: readonly [number, number, number, number, number],
): Pen {
  const id = `${family}-${penClass}-${name}`;
  return { id, penClass, family, ink, absorbance, widthMm, softness, flow, grain, skips, rim };
}

const BALL = [0.45, 0.22, 0.4, 0.03, -0.15] as const;
const DRY_BALL = [0.5, 0.35, 0.55, 0.08, -0.1] as const;
const GEL = [0.18, 0.08, 0.1, 0.01, 0.2] as const;
const FELT = [0.3, 0.1, 0.18, 0, 0.25] as const;
const FINE = [0.4, 0.2, 0.3, 0.03, 0] as const;
const LEAD = [0.7, 0.25, 0.85, 0.02, -0.2] as const;
const WIDE = [0.12, 0.06, 0.15, 0, 0.12] as const;

const TUNING: readonly Pen[] = [
  pen('tuning', 'red-ballpoint', 'office', 'red', [0.2, 1.38, 1.1], 0.42, BALL),
  pen('tuning', 'red-ballpoint', 'promotional', 'red', [0.24, 1.2, 0.92], 0.48, DRY_BALL),
  pen('tuning', 'red-gel', 'rollerball', 'red', [0.16, 1.85, 1.42], 0.5, GEL),
  pen('tuning', 'red-felt', 'fineliner', 'red', [0.13, 1.7, 1.4], 0.62, FELT),
  pen('tuning', 'red-thin', 'needle', 'red', [0.2, 1.3, 1.05], 0.26, FINE),
  pen('tuning', 'red-faint', 'drying', 'red', [0.08, 0.52, 0.46], 0.4, DRY_BALL),
  pen('tuning', 'red-dark', 'burgundy', 'red', [0.55, 2.05, 1.7], 0.46, GEL),
  pen('tuning', 'orange', 'felt', 'other', [0.06, 0.72, 1.95], 0.55, FELT),
  pen('tuning', 'pink', 'gel', 'other', [0.08, 1.1, 0.5], 0.5, GEL),
  pen('tuning', 'brown', 'felt', 'other', [0.78, 1.22, 1.7], 0.55, FELT),
  pen('tuning', 'purple', 'ballpoint', 'other', [0.7, 1.4, 0.46], 0.45, BALL),
  pen('tuning', 'blue', 'ballpoint', 'blue', [1.55, 1.2, 0.45], 0.44, BALL),
  pen('tuning', 'blue', 'fountain', 'blue', [1.7, 1.05, 0.3], 0.55, FELT),
  pen('tuning', 'black', 'ballpoint', 'black', [1.45, 1.45, 1.36], 0.44, BALL),
  pen('tuning', 'pencil', 'hb', 'black', [0.62, 0.62, 0.6], 0.5, LEAD),
  pen('tuning', 'highlighter', 'yellow', 'highlighter', [0.01, 0.05, 0.85], 4.6, WIDE),
  pen('tuning', 'highlighter', 'green', 'highlighter', [0.36, 0.06, 0.66], 4.2, WIDE),
  pen('tuning', 'marker', 'black', 'black', [1.8, 1.8, 1.75], 2.2, WIDE),
];

const SCORING: readonly Pen[] = [
  pen('scoring', 'red-ballpoint', 'cristal', 'red', [0.22, 1.5, 1.28], 0.4, BALL),
  pen('scoring', 'red-ballpoint', 'four-colour', 'red', [0.27, 1.3, 1.06], 0.44, BALL),
  pen('scoring', 'red-ballpoint', 'counter', 'red', [0.19, 1.12, 0.9], 0.5, DRY_BALL),
  pen('scoring', 'red-gel', 'retractable', 'red', [0.18, 2.05, 1.55], 0.46, GEL),
  pen('scoring', 'red-gel', 'school', 'red', [0.14, 1.6, 1.3], 0.55, GEL),
  pen('scoring', 'red-felt', 'marking', 'red', [0.11, 1.78, 1.55], 0.7, FELT),
  pen('scoring', 'red-thin', 'technical', 'red', [0.19, 1.4, 1.16], 0.24, FINE),
  pen('scoring', 'red-thin', 'extra-fine', 'red', [0.23, 1.15, 0.92], 0.28, DRY_BALL),
  pen('scoring', 'red-faint', 'worn-felt', 'red', [0.07, 0.5, 0.45], 0.5, [0.4, 0.3, 0.45, 0.05, 0.1]),
  pen('scoring', 'red-faint', 'light-hand', 'red', [0.09, 0.47, 0.43], 0.36, DRY_BALL),
  pen('scoring', 'red-dark', 'carmine', 'red', [0.5, 2.2, 1.75], 0.42, FINE),
  pen('scoring', 'red-dark', 'garnet', 'red', [0.64, 1.95, 1.65], 0.5, BALL),
  pen('scoring', 'orange', 'ballpoint', 'other', [0.05, 0.64, 1.6], 0.45, BALL),
  pen('scoring', 'pink', 'felt', 'other', [0.07, 0.98, 0.44], 0.6, FELT),
  pen('scoring', 'brown', 'pencil', 'other', [0.62, 1.0, 1.35], 0.5, [0.6, 0.2, 0.6, 0.01, -0.1]),
  pen('scoring', 'purple', 'felt', 'other', [0.82, 1.55, 0.58], 0.6, FELT),
  pen('scoring', 'blue', 'cristal', 'blue', [1.72, 1.42, 0.56], 0.4, BALL),
  pen('scoring', 'blue', 'gel', 'blue', [1.9, 1.2, 0.38], 0.5, GEL),
  pen('scoring', 'black', 'cristal', 'black', [1.6, 1.6, 1.52], 0.4, BALL),
  pen('scoring', 'black', 'gel', 'black', [1.75, 1.74, 1.7], 0.48, GEL),
  pen('scoring', 'pencil', '2b', 'black', [0.78, 0.78, 0.75], 0.6, LEAD),
  pen('scoring', 'highlighter', 'lemon', 'highlighter', [0.01, 0.03, 1.02], 4.4, WIDE),
  pen('scoring', 'highlighter', 'rose', 'highlighter', [0.01, 0.46, 0.24], 4.2, WIDE),
  pen('scoring', 'marker', 'permanent', 'black', [1.95, 1.95, 1.9], 1.6, WIDE),
];

const PENS: readonly Pen[] = [...TUNING, ...SCORING];

const ANY_RED = /^(tuning|scoring)-red-any-\d+$/;
const TIPS = [BALL, DRY_BALL, GEL, FELT, FINE] as const;

/** A red pen that nobody listed: its number draws its ink, from orange-leaning to crimson, and its tip. */
function anyRed(id: string, family: PenFamily): Pen {
  const random = new SeededRandom(id);
  const green = random.range(0.6, 2);
  const absorbance: Channels = [green * random.range(0.07, 0.24), green, green * random.range(0.68, 1.02)];
  const name = id.slice(`${family}-red-any-`.length);
  return pen(family, 'red-any', name, 'red', absorbance, random.range(0.3, 0.7), random.pick(TIPS));
}

export function getPen(id: string): Pen {
  const family = ANY_RED.exec(id)?.[1];
  if (family === 'tuning' || family === 'scoring') return anyRed(id, family);
  const found = PENS.find((candidate) => candidate.id === id);
  if (!found) throw new RangeError(`Stylo inconnu : ${id}`);
  return found;
}

export function pensOf(family: PenFamily, penClass?: PenClass): readonly Pen[] {
  return PENS.filter((each) => each.family === family && (!penClass || each.penClass === penClass));
}
