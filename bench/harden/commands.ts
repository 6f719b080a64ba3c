import { attackCommands } from '../../tests/hostile/attack-commands.ts';
import { count, type HardenRow } from './row.ts';

/** Hostile payloads of every command on an unlocked station, which is then read whole. */
export const commands: HardenRow = {
  name: 'commands',
  async measure({ quick, seed, say }) {
    const { calls, done, unclosed, verification } = await attackCommands(seed, quick ? 30 : 1_000);
    unclosed.forEach(({ command, error }) => say(`${command}, seed ${seed}: ${error}`));
    const { faults, badFiles } = verification;
    return [
      count('hostile-payloads-unclosed', unclosed.length, calls),
      count('hostile-payloads-damage', faults.length + badFiles.length, calls),
      count('hostile-payloads-done', done, calls),
    ];
  },
};
