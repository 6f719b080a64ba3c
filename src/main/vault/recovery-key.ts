import { hkdfSync } from 'node:crypto';
import { GuichetError } from '#shared/errors.ts';
import { publicKeyOf, type BoxContext, type KeyPair } from './sealed-box.ts';
import { checkedKey, readCheckedKey } from './spoken-key.ts';

/** Eight groups, about 139 random bits and a check: nothing to stretch, nobody guesses it. */
const GROUPS = 8;

/** The recovery key opens the base where the station's secret is lost too: no machine goes into its box. */
export const RECOVERY_BOX: BoxContext = { purpose: 'recovery', binding: new Uint8Array() };

/** What is printed for the office. The program keeps none of it. */
export function newRecoveryKey(): string {
  return checkedKey(GROUPS);
}

/** Throws `recovery-key-mistyped`: its check tells a slip of the hand before anything is tried. */
export function recoveryPair(typed: string): KeyPair {
  const letters = readCheckedKey(typed);
  if (letters?.length !== (GROUPS - 1) * 4) throw new GuichetError('recovery-key-mistyped');
  const privateKey = new Uint8Array(hkdfSync('sha256', letters, '', 'guichet recovery key 2', 32));
  return { privateKey, publicKey: publicKeyOf(privateKey) };
}
