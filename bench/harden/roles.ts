import { playRoleMatrix } from '../../tests/hostile/role-matrix.ts';
import { proportion } from '../figures.ts';
import { count, type HardenRow } from './row.ts';

/** Caller × command × sensitive field, by what the core answers; and what a key opens that its role may not see. */
export const roles: HardenRow = {
  name: 'roles',
  async measure({ quick, seed, say }) {
    const { cells, wrong, unseenFields, keysWithoutHealth } = await playRoleMatrix(seed, quick ? 5 : 200);
    wrong.forEach((cell) => say(`roles, seed ${seed}: ${cell}`));
    return [
      proportion('role-cells-right', cells - wrong.length, cells),
      count('role-fields-never-shown', unseenFields.length, cells),
      proportion('health-undecryptable-without-key', keysWithoutHealth.kept, keysWithoutHealth.roles),
    ];
  },
};
