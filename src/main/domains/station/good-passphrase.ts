import { GuichetError } from '#shared/errors.ts';
import { passphraseProblem } from '#shared/rules/passphrase.ts';

/** Throws `invalid-input` with what is wrong. */
export function requireGoodPassphrase(
  passphrase: string,
  about: Parameters<typeof passphraseProblem>[1],
): void {
  const problem = passphraseProblem(passphrase, about);
  if (problem) throw new GuichetError('invalid-input', { fields: [problem] });
}
