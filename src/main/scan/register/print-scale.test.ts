import { describe, expect, it } from 'vitest';
import { printScale } from './print-scale.ts';

describe('the scale of a print', () => {
  it('is told from any usual resolution, shrunk or enlarged', () => {
    const scales = [150, 150 * 0.94, 150 * 1.03, 200 * 0.94, 200 * 1.05].map((dpi) => printScale(dpi / 25.4));
    expect(scales.map((scale) => scale.toFixed(2))).toEqual(['1.00', '0.94', '1.03', '0.94', '1.05']);
  });
});
