import { FULL_REFLECTANCE, srgbFromLinear, type Channels } from '../raster.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { Illumination } from './illumination.ts';
import type { LightRow } from './row-reader.ts';
import type { ScanPlan } from './scan-plan.ts';

export interface SensedImage {
  widthPx: number;
  heightPx: number;
  channels: 1 | 3;
  pixels: Uint8ClampedArray;
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
const NOISE_STEPS_PER_DEVIATION = 36;

/** Turns light into levels: lamp, streaks, colours, tone curve, noise. */
export function sense(sensor: Sensor, random: SeededRandom): SensedImage {
  const { plan, size } = sensor;
  const channels = plan.mode === 'colour' ? 3 : 1;
  const pixels = new Uint8ClampedArray(size.widthPx * size.heightPx * channels);
  const converter: Converter = {
    tones: toneCurve(plan),
    noise: Int8Array.from({ length: NOISE_SAMPLES }, () =>
      Math.max(-127, Math.min(127, random.gaussian() * NOISE_STEPS_PER_DEVIATION)),
    ),
    noiseStep: plan.noise / NOISE_STEPS_PER_DEVIATION,
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
    sensor.illumination(y / (size.heightPx - 1), lamp);
    applyLamp(lamp, sensor.streaks, gains);
    const rowStart = y * size.widthPx * channels;
    const noiseStart = random.integer(0, NOISE_SAMPLES - 1);
    if (channels === 3) writeColourRow(light, gains, converter, noiseStart, pixels, rowStart);
    else writeSingleRow(light, gains, converter, noiseStart, pixels, rowStart);
  }
  return { ...size, channels, pixels };
}

interface Converter {
  tones: Float32Array;
  noise: Int8Array;
  /** Levels of 255 that one unit of `noise` is worth. */
  noiseStep: number;
  weights: Channels;
  saturation: number;
}

const LUMA: Channels = [0.3, 0.59, 0.11];
const TO_TONE = (TONES - 1) / (FULL_REFLECTANCE * BRIGHTEST);

/** Grey adds the channels up; with red drop-out the lamp is red, and red ink shines like paper. */
function singleChannelWeights(plan: ScanPlan): Channels {
  return plan.mode === 'red-dropout' ? [1, 0, 0] : LUMA;
}

function toneCurve(plan: ScanPlan): Float32Array {
  return Float32Array.from({ length: TONES }, (_, index) => {
    const light = (index / (TONES - 1)) * BRIGHTEST;
    const stretched = Math.max(0, (light - plan.blackPoint) / (plan.whitePoint - plan.blackPoint));
    return srgbFromLinear(stretched ** plan.gamma);
  });
}

/** What each pixel of the row makes of its light, per channel: the lamp's unevenness and the dirt on the glass. */
function applyLamp(
  lamp: Float32Array,
  streaks: readonly Float32Array[],
  gains: readonly Float32Array[],
): void {
  gains.forEach((gain, index) => {
    const streak = streaks[index] ?? lamp;
    for (let x = 0; x < gain.length; x++) gain[x] = (lamp[x] ?? 1) * (streak[x] ?? 1);
  });
}

function writeColourRow(
  [red, green, blue]: LightRow,
  [redGain, greenGain, blueGain]: LightRow,
  { tones, noise, noiseStep, saturation }: Converter,
  noiseStart: number,
  pixels: Uint8ClampedArray,
  rowStart: number,
): void {
  let at = rowStart;
  let grain = noiseStart;
  for (let x = 0; x < red.length; x++) {
    const r = (red[x] ?? 0) * (redGain[x] ?? 1);
    const g = (green[x] ?? 0) * (greenGain[x] ?? 1);
    const b = (blue[x] ?? 0) * (blueGain[x] ?? 1);
    const grey = (LUMA[0] * r + LUMA[1] * g + LUMA[2] * b) * (1 - saturation);
    pixels[at++] =
      level(tones, grey + r * saturation) + (noise[grain++ & (NOISE_SAMPLES - 1)] ?? 0) * noiseStep;
    pixels[at++] =
      level(tones, grey + g * saturation) + (noise[grain++ & (NOISE_SAMPLES - 1)] ?? 0) * noiseStep;
    pixels[at++] =
      level(tones, grey + b * saturation) + (noise[grain++ & (NOISE_SAMPLES - 1)] ?? 0) * noiseStep;
  }
}

function writeSingleRow(
  [red, green, blue]: LightRow,
  [redGain, greenGain, blueGain]: LightRow,
  { tones, noise, noiseStep, weights }: Converter,
  noiseStart: number,
  pixels: Uint8ClampedArray,
  rowStart: number,
): void {
  for (let x = 0; x < red.length; x++) {
    const r = weights[0] * (red[x] ?? 0) * (redGain[x] ?? 1);
    const g = weights[1] * (green[x] ?? 0) * (greenGain[x] ?? 1);
    const b = weights[2] * (blue[x] ?? 0) * (blueGain[x] ?? 1);
    pixels[rowStart + x] =
      level(tones, r + g + b) + (noise[(noiseStart + x) & (NOISE_SAMPLES - 1)] ?? 0) * noiseStep;
  }
}

function level(tones: Float32Array, light: number): number {
  const tone = light * TO_TONE;
  return tones[tone < 0 ? 0 : tone > TONES - 1 ? TONES - 1 : tone | 0] ?? 0;
}
