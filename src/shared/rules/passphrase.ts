import type { FieldProblem } from '../errors.ts';

/** Long enough to resist an offline attack on a stolen disk; length beats composition rules. */
export const SHORTEST_PASSPHRASE = 12;
export const LONGEST_PASSPHRASE = 200;
/** A few letters repeated are one guess, however long. */
const FEWEST_DIFFERENT = 5;

/** What is wrong with a passphrase that somebody chooses; undefined when it will do. */
export function passphraseProblem(
  passphrase: string,
  { path, login, former }: { path: string; login: string; former?: string },
): FieldProblem | undefined {
  const chosen = passphrase.normalize('NFC');
  const letters = chosen.toLowerCase();
  if (chosen.length < SHORTEST_PASSPHRASE)
    return { path, code: 'too-short', detail: { minimum: String(SHORTEST_PASSPHRASE) } };
  if (chosen.length > LONGEST_PASSPHRASE)
    return { path, code: 'too-long', detail: { maximum: String(LONGEST_PASSPHRASE) } };
  if (former !== undefined && chosen === former.normalize('NFC'))
    return { path, code: 'passphrase-unchanged' };
  if (isLittleMoreThan(login.toLowerCase(), letters)) return { path, code: 'passphrase-is-login' };
  if (new Set(letters).size < FEWEST_DIFFERENT) return { path, code: 'passphrase-too-simple' };
  return undefined;
}

function isLittleMoreThan(login: string, letters: string): boolean {
  if (login === '' || !letters.includes(login)) return false;
  const beside = letters.replaceAll(login, '').replaceAll(/[^\p{L}\p{N}]/gu, '');
  return beside.length < SHORTEST_PASSPHRASE / 2;
}
