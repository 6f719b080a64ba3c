import { expect, it } from 'vitest';
import { playRoleMatrix } from './role-matrix.ts';

it('whoever calls whatever is shown no sensitive field that her role may not see, and refused nothing that it may', async () => {
  const { cells, wrong, unseenFields } = await playRoleMatrix(Date.now() % 1_000_000, 5);
  expect({ wrong, unseenFields }).toEqual({ wrong: [], unseenFields: [] });
  expect(cells).toBeGreaterThan(5_000);
});
