import { GuichetError } from '#shared/errors.ts';
import type { Vault } from '#main/vault/vault.ts';
import { requireGoodPassphrase } from './good-passphrase.ts';
import { setPublicKey } from './clerk-store.ts';
import { liftExpiry, noteUnlock } from './key-settings.ts';
import { openSession, type KeeperOptions } from './open-session.ts';

export interface RecoveryOrder {
  recoveryKey: string;
  login: string;
  passphrase: string;
}

/**
 * The recovery key opened the base: a head of bureau gets a slot under a new passphrase, who then opens the station with it. On another machine or
 * account the slots of all other clerks were bound to a secret that is lost: their passphrases are to be reset. Throws `recovery-key-wrong`
 * to anyone else.
 */
export async function recoverStation(
  { vault, options, key }: { vault: Vault; options: KeeperOptions; key: Uint8Array },
  { login, passphrase }: RecoveryOrder,
): Promise<void> {
  requireGoodPassphrase(passphrase, { path: 'passphrase', login });
  const session = openSession(options, { key, login });
  try {
    if (session.context.agent.role !== 'bureauHead') throw new GuichetError('recovery-not-head');
    const databaseKey = session.databaseKey;
    const publicKey = await vault.giveSlot({
      login,
      passphrase,
      databaseKey,
      isTemporary: false,
      renewsLostSecret: true,
    });
    const nowMs = options.clock.nowMs();
    session.database.transaction(() => {
      setPublicKey(session.database, login, publicKey);
      noteUnlock(session.database, login, nowMs);
      liftExpiry(session.database, nowMs);
    });
  } finally {
    await session.close();
  }
}
