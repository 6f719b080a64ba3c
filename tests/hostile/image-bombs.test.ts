import { expect, it } from 'vitest';
import { setOffBombs } from './set-off-bombs.ts';

it('a small file that swells is refused by the reader of scans, which stays below 512 MB all the while', async () => {
  const { bombs, peakMb } = await setOffBombs();
  expect(bombs.filter(({ isRefused }) => !isRefused)).toEqual([]);
  expect(peakMb).toBeLessThan(512);
});
