export interface LabColour {
  lightness: number;
  chroma: number;
  /** Degrees, -180 to 180: about 20 red, 60 orange, 100 yellow, -75 blue. */
  hue: number;
}

/** CIE L*a*b* (D65) of a colour given as absorbances (base 10) below paper white, in sRGB. */
export function labOfAbsorbance([red, green, blue]: readonly [number, number, number]): LabColour {
  const [r, g, b] = [linear(10 ** -red), linear(10 ** -green), linear(10 ** -blue)];
  const x = labCurve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = labCurve(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = labCurve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  const [a, bStar] = [500 * (x - y), 200 * (y - z)];
  return {
    lightness: 116 * y - 16,
    chroma: Math.hypot(a, bStar),
    hue: (Math.atan2(bStar, a) * 180) / Math.PI,
  };
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function labCurve(share: number): number {
  return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116;
}
