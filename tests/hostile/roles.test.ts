import { expect, it } from 'vitest';
import { playRoleMatrix } from './role-matrix.ts';

it('whoever calls whatever is shown no sensitive field that her role may not see, not by her key either, and refused nothing that it may', async () => {
  const { cells, wrong, unseenFields, keysWithoutHealth } = await playRoleMatrix(Date.now() % 1_000_000, 5);
  expect({ wrong, unseenFields, keysWithoutHealth }).toEqual({
    wrong: [],
    unseenFields: [],
    keysWithoutHealth: { roles: 1, kept: 1 },
  });
  expect(cells).toBeGreaterThan(5_000);
});
