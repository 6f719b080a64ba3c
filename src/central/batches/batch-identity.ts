import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Database } from '../postgres/database.ts';

/** The centre's private key of age (`AGE-SECRET-KEY-1…`); the first to ask on an empty base makes it. X25519, which Debian's `age` reads. */
export async function loadBatchIdentity(database: Database): Promise<string> {
  return database.transaction(async (sql) => {
    await sql.rows('LOCK TABLE batch_identity IN EXCLUSIVE MODE');
    const [known] = await sql.rows('SELECT identity FROM batch_identity ORDER BY created_at DESC LIMIT 1');
    if (known) return String(known['identity']);
    const identity = await generateX25519Identity();
    await sql.rows('INSERT INTO batch_identity (recipient, identity) VALUES ($1, $2)', [
      await identityToRecipient(identity),
      identity,
    ]);
    return identity;
  });
}

/** What stations encrypt their batches for. Throws RangeError for a recovery key that is none. */
export async function batchRecipients(database: Database, recovery: string | undefined): Promise<string[]> {
  const own = await identityToRecipient(await loadBatchIdentity(database));
  if (recovery === undefined) return [own];
  try {
    new Encrypter().addRecipient(recovery);
  } catch (cause) {
    throw new RangeError('not a public key of age', { cause });
  }
  return [own, recovery];
}
