import { expect, it } from 'vitest';
import { stealDisk } from './steal-disk.ts';

it('the disk of a station that runs, is locked or was killed tells nothing of whom it knows; what is planted there is seen', async () => {
  const { hits, planted, unseen } = await stealDisk(Date.now() % 1_000_000, 12);
  expect({ hits, unseen }).toEqual({ hits: [], unseen: [] });
  expect(planted.length).toBeGreaterThan(10);
});
