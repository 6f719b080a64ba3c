import { expect, it } from 'vitest';
import { purgeAndSearch } from './purge-and-search.ts';

it('after a purge no deciphered byte of the station names whom it destroyed; before it, the right of access gave all that was held', async () => {
  const run = await purgeAndSearch(Date.now() % 1_000_000, { people: 8, exported: 1 });
  expect(run).toMatchObject({ residues: [], incompleteExports: 0, destroyed: 7, keptSeen: true });
});
