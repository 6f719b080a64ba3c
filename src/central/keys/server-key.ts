import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { Signed } from '#shared/protocol/signed-reply.ts';
import { canonicalText, sha256Hex } from '../canonical.ts';
import type { Database } from '../postgres/database.ts';

/** The centre's identity: stations pin it at enrolment and believe nothing it did not sign. */
export interface ServerKey {
  keyId: string;
  /** Base64 of SPKI DER. */
  publicKey: string;
  seal(payload: Record<string, unknown>): Signed;
}

/** The newest key of the database; the first centre to start on an empty one makes it. */
export async function loadServerKey(database: Database): Promise<ServerKey> {
  const row = await database.transaction(async (sql) => {
    await sql.rows('LOCK TABLE server_key IN EXCLUSIVE MODE');
    const [known] = await sql.rows('SELECT private_key FROM server_key ORDER BY created_at DESC LIMIT 1');
    if (known) return known;
    const fresh = generateKeyPairSync('ed25519').privateKey;
    const { keyId, publicKey } = describeKey(fresh);
    const privateKey = fresh.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    await sql.rows('INSERT INTO server_key (key_id, private_key, public_key) VALUES ($1, $2, $3)', [
      keyId,
      privateKey,
      publicKey,
    ]);
    return { private_key: privateKey };
  });
  const der = Buffer.from(String(row['private_key']), 'base64');
  return sealer(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

function sealer(privateKey: KeyObject): ServerKey {
  const { keyId, publicKey } = describeKey(privateKey);
  return {
    keyId,
    publicKey,
    seal(payload) {
      const signature = sign(null, Buffer.from(canonicalText(payload)), privateKey).toString('base64');
      return { keyId, payload, signature };
    },
  };
}

function describeKey(privateKey: KeyObject): { keyId: string; publicKey: string } {
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { keyId: sha256Hex(spki).slice(0, 16), publicKey: spki.toString('base64') };
}
