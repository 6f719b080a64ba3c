import { attackCommands } from '../../tests/hostile/attack-commands.ts';
import { findWrapping } from '../../tests/hostile/one-wrapper.ts';
import { proportion } from '../figures.ts';
import { count, type HardenRow } from './row.ts';

/** Every command through one wrapper, and hostile payloads of each on an unlocked station, which is then read whole. */
export const commands: HardenRow = {
  name: 'commands',
  async measure({ quick, seed, say }) {
    const { commands: all, wrapped, bypasses } = await findWrapping();
    bypasses.forEach((bypass) => say(`past the wrapper: ${bypass}`));
    const { calls, done, unclosed, verification } = await attackCommands(seed, {
      payloads: quick ? 25 : 1_000,
      say,
    });
    unclosed.forEach(({ command, error }) => say(`${command}, seed ${seed}: ${error}`));
    const damage = verification.faults.length + verification.badFiles.length;
    return [
      proportion('commands-through-wrapper', bypasses.length > 0 ? 0 : wrapped.length, all),
      count('hostile-payloads-unclosed', unclosed.length, calls),
      count('hostile-payloads-damage', damage, calls),
      count('hostile-payloads-done', done, calls),
    ];
  },
};
