import { PLAIN_SCAN, type ScanPlan } from '../scanner/scan-plan.ts';
import type { SeededRandom } from '../seeded-random.ts';

/** The everyday differences between scanners and hands: none of them is a fault. */
export function usualScan(random: SeededRandom): ScanPlan {
  return {
    ...PLAIN_SCAN,
    dpi: random.pick([200, 300, 300, 300]),
    skewDeg: random.gaussian() * 0.45,
    scaleX: 1 + random.gaussian() * 0.002,
    scaleY: 1 + random.gaussian() * 0.003,
    offsetXMm: random.gaussian() * 1.1,
    offsetYMm: random.gaussian() * 1.1,
    shading: random.range(0, 0.05),
    whitePoint: random.range(0.8, 0.93),
    blackPoint: random.range(0, 0.025),
    gamma: random.range(0.92, 1.1),
    saturation: random.range(0.9, 1.15),
    noise: random.range(0.6, 2),
    jpegQuality: random.integer(70, 92),
    ...sensorLines(random, 0.35),
  };
}

/** A scanner that misbehaves in two or three ways at once. */
export function faultyScan(random: SeededRandom): ScanPlan {
  const faults: readonly (() => Partial<ScanPlan>)[] = [
    () => ({ skewDeg: random.range(-5, 5) }),
    () => resized(random.range(0.94, 1.05), random),
    () => sensorLines(random, 2),
    () => ({ whitePoint: random.range(0.66, 0.78), blackPoint: random.range(0.03, 0.08) }),
    () => ({ streaks: random.integer(1, 4) }),
    () => ({
      lid: random.pick(['black', 'grey'] as const),
      offsetXMm: random.range(-4, 4),
      offsetYMm: random.range(-4, 4),
    }),
    () => ({ blurPx: random.range(0.6, 1.3) }),
    () => ({ jpegQuality: random.integer(40, 60) }),
    () => ({ shading: random.range(0.1, 0.3) }),
    () => ({ noise: random.range(3, 6) }),
    () => ({ dpi: random.pick([150, 400]) }),
  ];
  const chosen = random.shuffled(faults).slice(0, random.integer(2, 3));
  return chosen.reduce((scan, fault) => ({ ...scan, ...fault() }), usualScan(random));
}

/** A scanner that nobody has described: all that may differ differs at once, though nothing is broken. */
export function unknownScan(random: SeededRandom): ScanPlan {
  return {
    ...usualScan(random),
    ...resized(random.range(0.94, 1.04), random),
    dpi: random.pick([150, 200, 200, 240, 300, 300, 400]),
    skewDeg: random.gaussian() * 1.2,
    gamma: random.range(0.8, 1.25),
    cast: [random.range(0.88, 1.04), random.range(0.92, 1.02), random.range(0.84, 1.04)],
    saturation: random.range(0.75, 1.3),
    noise: random.range(0.4, 3),
    blurPx: random.pick([0, random.range(0.3, 0.7)]),
    shading: random.range(0, 0.15),
    jpegQuality: random.pick([random.integer(35, 60), random.integer(60, 95), 100]),
    chromaSubsampling: random.pick(['4:2:0', '4:2:0', '4:4:4']),
    quarterTurn: random.pick([0, 0, 0, 180, 90, 270]),
    lid: random.pick(['white', 'white', 'grey', 'black']),
  };
}

/** A picture taken with a telephone on a desk. */
export function phonePicture(random: SeededRandom): ScanPlan {
  return {
    ...usualScan(random),
    dpi: random.pick([240, 300]),
    skewDeg: 0,
    lid: 'desk',
    shading: random.range(0.1, 0.3),
    noise: random.range(1.5, 4),
    blurPx: random.range(0.5, 1),
    jpegQuality: random.integer(70, 88),
    phone: { perspective: random.range(0.01, 0.05), shadow: random.range(0, 0.45) },
  };
}

/** A print shrunk to fit, or enlarged by a driver; a worn feeder stretches it by up to 1 % along its way. */
export function resized(scale: number, random: SeededRandom): Pick<ScanPlan, 'scaleX' | 'scaleY'> {
  return { scaleX: scale, scaleY: scale * random.range(0.99, 1.01) };
}

/** The next page through the same scanner: no two are drawn in quite alike. */
export function nextThrough(scan: ScanPlan, random: SeededRandom): ScanPlan {
  return {
    ...scan,
    skewDeg: scan.skewDeg + random.gaussian() * 0.2,
    offsetXMm: scan.offsetXMm + random.gaussian() * 0.5,
    offsetYMm: scan.offsetYMm + random.gaussian() * 0.5,
  };
}

/** The lines of a three-line sensor read the page at slightly different places, mostly along the feed. */
function sensorLines(random: SeededRandom, mostPx: number): Pick<ScanPlan, 'redShift' | 'blueShift'> {
  const along = random.range(-mostPx, mostPx);
  const across = (): number => random.range(-0.15, 0.15) * mostPx;
  return {
    redShift: { x: across(), y: along },
    blueShift: { x: across(), y: -along * random.range(0.6, 1) },
  };
}
