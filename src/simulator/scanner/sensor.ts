import { FULL_REFLECTANCE, srgbFromLinear, type Channels } from '../raster.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { Illumination } from './illumination.ts';
import type { LightRow } from './row-reader.ts';
import type { ScanPlan } from './scan-plan.ts';

export interface SensedImage {
  widthPx: number;
  heightPx: number;
  channels: 1 | 3;
  pixels: Uint8Array;
}

interface Sensor {
  plan: ScanPlan;
  size: { widthPx: number; heightPx: number };
  readRow: (y: number) => LightRow;
  illumination: Illumination;
  streaks: readonly Float32Array[];
}

/** Tables small enough to stay in the processor's nearest cache, as every sample of the page looks in both. */
const TONES = 4096;
const BRIGHTEST = 1.25;
const NOISE_SAMPLES = 16_384;
const MOST_DEVIATIONS = 3.5;

/** The lamp changes slowly down the page: its gain is worked out once for so many lines. */
const LAMP_LINES = 8;
/** Levels are added up in so many parts of one, whole numbers being quicker than fractions. */
const PARTS = 256;

/** Turns light into levels: lamp, streaks, colours, tone curve, noise. */
export function sense(sensor: Sensor, random: SeededRandom): SensedImage {
  const { plan, size } = sensor;
  const channels = plan.mode === 'colour' ? 3 : 1;
  const pixels = new Uint8Array(size.widthPx * size.heightPx * channels);
  const converter: Converter = {
    tones: toneCurve(plan),
    noise: noiseTable(plan, random),
    weights: singleChannelWeights(plan),
    saturation: plan.saturation,
  };
  const lamp = new Float32Array(size.widthPx);
  const gains: LightRow = [
    new Float32Array(size.widthPx),
    new Float32Array(size.widthPx),
    new Float32Array(size.widthPx),
  ];
  for (let y = 0; y < size.heightPx; y++) {
    const light = sensor.readRow(y);
    if (y % LAMP_LINES === 0) {
      sensor.illumination(y / (size.heightPx - 1), lamp);
      applyLamp(lamp, plan.cast, sensor.streaks, gains);
    }
    const rowStart = y * size.widthPx * channels;
    const noiseStart = random.integer(0, NOISE_SAMPLES - 1);
    if (channels === 3) writeColourRow(light, gains, converter, noiseStart, pixels, rowStart);
    else writeSingleRow(light, gains, converter, noiseStart, pixels, rowStart);
  }
  return { ...size, channels, pixels };
}

interface Converter {
  /** In parts of a level, as `noise`. */
  tones: Int32Array;
  noise: Int32Array;
  weights: Channels;
  saturation: number;
}

const LUMA: Channels = [0.3, 0.59, 0.11];
const TO_TONE = (TONES - 1) / (FULL_REFLECTANCE * BRIGHTEST);

/** Grey adds the channels up; with red drop-out the lamp is red, and red ink shines like paper. */
function singleChannelWeights(plan: ScanPlan): Channels {
  return plan.mode === 'red-dropout' ? [1, 0, 0] : LUMA;
}

/** Half a level is added, so that cutting the parts off rounds. */
function toneCurve(plan: ScanPlan): Int32Array {
  return Int32Array.from({ length: TONES }, (_, index) => {
    const light = (index / (TONES - 1)) * BRIGHTEST;
    const stretched = Math.max(0, (light - plan.blackPoint) / (plan.whitePoint - plan.blackPoint));
    return Math.round((Math.min(300, srgbFromLinear(stretched ** plan.gamma)) + 0.5) * PARTS);
  });
}

function noiseTable(plan: ScanPlan, random: SeededRandom): Int32Array {
  return Int32Array.from({ length: NOISE_SAMPLES }, () =>
    Math.round(Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, random.gaussian())) * plan.noise * PARTS),
  );
}

/** What each pixel of the row makes of its light, per channel: the lamp's unevenness and the dirt on the glass. */
function applyLamp(
  lamp: Float32Array,
  cast: Channels,
  streaks: readonly Float32Array[],
  gains: readonly Float32Array[],
): void {
  gains.forEach((gain, index) => {
    const streak = streaks[index] ?? lamp;
    const tint = (cast[index] ?? 1) * TO_TONE;
    for (let x = 0; x < gain.length; x++) gain[x] = (lamp[x] ?? 1) * (streak[x] ?? 1) * tint;
  });
}

function writeColourRow(
  [red, green, blue]: LightRow,
  [redGain, greenGain, blueGain]: LightRow,
  { tones, noise, saturation }: Converter,
  noiseStart: number,
  pixels: Uint8Array,
  rowStart: number,
): void {
  let at = rowStart;
  let grain = noiseStart;
  for (let x = 0; x < red.length; x++) {
    const r = (red[x] ?? 0) * (redGain[x] ?? 1);
    const g = (green[x] ?? 0) * (greenGain[x] ?? 1);
    const b = (blue[x] ?? 0) * (blueGain[x] ?? 1);
    const grey = (LUMA[0] * r + LUMA[1] * g + LUMA[2] * b) * (1 - saturation);
    pixels[at++] = level(tones, grey + r * saturation, noise[grain++ & (NOISE_SAMPLES - 1)] ?? 0);
    pixels[at++] = level(tones, grey + g * saturation, noise[grain++ & (NOISE_SAMPLES - 1)] ?? 0);
    pixels[at++] = level(tones, grey + b * saturation, noise[grain++ & (NOISE_SAMPLES - 1)] ?? 0);
  }
}

function writeSingleRow(
  [red, green, blue]: LightRow,
  [redGain, greenGain, blueGain]: LightRow,
  { tones, noise, weights }: Converter,
  noiseStart: number,
  pixels: Uint8Array,
  rowStart: number,
): void {
  for (let x = 0; x < red.length; x++) {
    const r = weights[0] * (red[x] ?? 0) * (redGain[x] ?? 1);
    const g = weights[1] * (green[x] ?? 0) * (greenGain[x] ?? 1);
    const b = weights[2] * (blue[x] ?? 0) * (blueGain[x] ?? 1);
    pixels[rowStart + x] = level(tones, r + g + b, noise[(noiseStart + x) & (NOISE_SAMPLES - 1)] ?? 0);
  }
}

function level(tones: Int32Array, tone: number, noise: number): number {
  const parts = (tones[tone < 0 ? 0 : tone > TONES - 1 ? TONES - 1 : tone | 0] ?? 0) + noise;
  return parts < 0 ? 0 : parts >= 255 * PARTS ? 255 : parts >> 8;
}
