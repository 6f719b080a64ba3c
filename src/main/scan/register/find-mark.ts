import type { Raster } from '../raster.ts';
import { REGISTER } from '../thresholds.ts';
import type { Point } from './projection.ts';

/** A solid square seen in the scan. `centre` is the darkness-weighted centroid of each channel, in pixels. */
export interface SeenMark {
  centre: Point;
  red: Point;
  blue: Point;
}

interface Window {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Blob {
  area: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Looks for a solid dark square of `sidePx` around `expected`. Undefined when none has its size: a mark crossed by a pen,
 * cut off or hidden is better lost than half seen.
 */
export function findMark(
  raster: Raster,
  expected: Point,
  sidePx: number,
  radiusPx: number,
): SeenMark | undefined {
  const window = clip(raster, expected, sidePx / 2 + radiusPx);
  if (window.width < sidePx || window.height < sidePx) return undefined;
  const green = new Uint8Array(window.width * window.height);
  for (let y = 0, i = 0; y < window.height; y++) {
    let from = ((window.top + y) * raster.width + window.left) * 3 + 1;
    for (let x = 0; x < window.width; x++, i++, from += 3) green[i] = raster.data[from]!;
  }
  const paper = percentile(green, 0.9);
  const ink = percentile(green, 0.02);
  if (paper - ink < REGISTER.minContrast) return undefined;
  const blob = nearestSquare(darkBlobs(green, window, (paper + ink) / 2), sidePx, {
    x: expected.x - window.left,
    y: expected.y - window.top,
  });
  if (!blob) return undefined;
  const around = {
    left: window.left + blob.left,
    top: window.top + blob.top,
    right: window.left + blob.right,
    bottom: window.top + blob.bottom,
  };
  return {
    red: centroid(raster, around, 0),
    centre: centroid(raster, around, 1),
    blue: centroid(raster, around, 2),
  };
}

function clip(raster: Raster, centre: Point, reach: number): Window {
  const left = Math.max(0, Math.floor(centre.x - reach));
  const top = Math.max(0, Math.floor(centre.y - reach));
  const right = Math.min(raster.width, Math.ceil(centre.x + reach));
  const bottom = Math.min(raster.height, Math.ceil(centre.y + reach));
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function percentile(values: Uint8Array, rank: number): number {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value]!++;
  let left = rank * values.length;
  for (let value = 0; value < 256; value++) if ((left -= counts[value]!) <= 0) return value;
  return 255;
}

function darkBlobs(green: Uint8Array, { width, height }: Window, threshold: number): Blob[] {
  const seen = new Uint8Array(green.length);
  const stack = new Int32Array(green.length);
  const blobs: Blob[] = [];
  for (let start = 0; start < green.length; start++) {
    if (seen[start] || green[start]! >= threshold) continue;
    const blob: Blob = { area: 0, left: width, top: height, right: 0, bottom: 0 };
    let depth = 0;
    stack[depth++] = start;
    seen[start] = 1;
    while (depth > 0) {
      const at = stack[--depth]!;
      const x = at % width;
      const y = (at - x) / width;
      blob.area++;
      blob.left = Math.min(blob.left, x);
      blob.right = Math.max(blob.right, x);
      blob.top = Math.min(blob.top, y);
      blob.bottom = Math.max(blob.bottom, y);
      for (const next of [x > 0 ? at - 1 : at, x < width - 1 ? at + 1 : at, at - width, at + width])
        if (next >= 0 && next < green.length && !seen[next] && green[next]! < threshold) {
          seen[next] = 1;
          stack[depth++] = next;
        }
    }
    blobs.push(blob);
  }
  return blobs;
}

function nearestSquare(blobs: Blob[], sidePx: number, expected: Point): Blob | undefined {
  const { areaTolerance, sideTolerance } = REGISTER;
  const squares = blobs.filter((blob) => {
    const width = blob.right - blob.left + 1;
    const height = blob.bottom - blob.top + 1;
    const slack = 2 + sidePx * sideTolerance;
    return (
      Math.abs(blob.area / (sidePx * sidePx) - 1) < areaTolerance &&
      Math.abs(width - sidePx) < slack &&
      Math.abs(height - sidePx) < slack
    );
  });
  const distance = (blob: Blob): number =>
    Math.hypot((blob.left + blob.right) / 2 - expected.x, (blob.top + blob.bottom) / 2 - expected.y);
  return squares.sort((a, b) => distance(a) - distance(b))[0];
}

/** Weighted by darkness, so that the grey rim of the square gives the fraction of a pixel. */
function centroid(raster: Raster, blob: Omit<Blob, 'area'>, channel: 0 | 1 | 2): Point {
  const margin = 2;
  const left = Math.max(0, blob.left - margin);
  const right = Math.min(raster.width - 1, blob.right + margin);
  const top = Math.max(0, blob.top - margin);
  const bottom = Math.min(raster.height - 1, blob.bottom + margin);
  let paper = 0;
  for (let x = left; x <= right; x++)
    paper = Math.max(
      paper,
      raster.data[(top * raster.width + x) * 3 + channel]!,
      raster.data[(bottom * raster.width + x) * 3 + channel]!,
    );
  let [sum, sumX, sumY] = [0, 0, 0];
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const darkness = Math.max(
        0,
        paper - REGISTER.paperNoise - raster.data[(y * raster.width + x) * 3 + channel]!,
      );
      sum += darkness;
      sumX += darkness * (x + 0.5);
      sumY += darkness * (y + 0.5);
    }
  return sum > 0
    ? { x: sumX / sum, y: sumY / sum }
    : { x: (left + right + 1) / 2, y: (top + bottom + 1) / 2 };
}
