import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { aFolder } from '../../../tests/builders/folder.ts';
import { srgbProfile } from './srgb-profile.ts';

describe('the colour profile of our files', () => {
  it('is understood by a colour engine, and leaves sRGB as it is', async () => {
    const profile = join(aFolder(), 'srgb.icc');
    writeFileSync(profile, srgbProfile());
    const colours = Buffer.from([0, 0, 0, 255, 255, 255, 214, 0, 28, 0, 140, 58, 0, 72, 186, 120, 120, 120]);
    const raw = { width: 6, height: 1, channels: 3 } as const;
    const embedded = await sharp(colours, { raw }).withIccProfile(profile).png().toBuffer();
    const back = await sharp(embedded).toColourspace('srgb').raw().toBuffer();
    const gaps = Array.from(back, (value, index) => Math.abs(value - (colours[index] ?? 0)));
    expect([Math.max(...gaps) <= 2, (await sharp(embedded).metadata()).hasProfile]).toEqual([true, true]);
  });
});
