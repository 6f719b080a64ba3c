import { describe, expect, it } from 'vitest';
import { looksLikeNir } from './nir.ts';

describe('a string like a social security number', () => {
  it('is recognised with or without key and spaces, Corsica included', () => {
    const fictitious = [
      '1 90 04 06 088 001',
      '190040608800123',
      '2 85 12 2A 004 012 33',
      '1.90.04.06.088.001',
    ];
    expect(fictitious.map(looksLikeNir)).toEqual([true, true, true, true]);
  });

  it('is not seen in phone numbers, addresses or our own numbers', () => {
    const harmless = [
      '06 00 00 00 01',
      '12 bis avenue des Essais',
      '+33 6 00 00 00 01',
      'Appartement 1204, escalier 3',
    ];
    expect(harmless.map(looksLikeNir)).toEqual([false, false, false, false]);
  });
});
