import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { ServerKeyStatement } from '#shared/protocol/server-keys.ts';
import { signedSchema, type Signed } from '#shared/protocol/signed-reply.ts';
import { canonicalText, sha256Hex } from '../canonical.ts';
import type { Database, Sql } from '../postgres/database.ts';

/** The centre's identity: stations pin it at enrolment and believe nothing it did not sign. It changes when it is rotated. */
export interface ServerKey {
  readonly keyId: string;
  /** Base64 of SPKI DER. */
  readonly publicKey: string;
  /** How each key was introduced by the one before, oldest first. */
  readonly introductions: readonly Signed[];
  /** This key and those before it: what stations may still name. */
  readonly keyIds: readonly string[];
  seal(payload: Record<string, unknown>): Signed;
  /** Takes up a key that was made meanwhile, beside this process. */
  refresh(): Promise<void>;
}

/** The newest key of the database; the first centre to start on an empty one makes it. */
export async function loadServerKey(database: Database): Promise<ServerKey> {
  let held = await database.transaction(async (sql) => {
    await sql.rows('LOCK TABLE server_key IN EXCLUSIVE MODE');
    if ((await sql.rows('SELECT 1 FROM server_key LIMIT 1')).length === 0) await keepKey(sql, freshKey());
    return readKeys(sql);
  });
  return {
    get keyId() {
      return held.keyId;
    },
    get publicKey() {
      return held.publicKey;
    },
    get introductions() {
      return held.introductions;
    },
    get keyIds() {
      return held.keyIds;
    },
    seal: (payload) => sealWith(held, payload),
    async refresh() {
      held = await readKeys(database);
    },
  };
}

/**
 * Makes a new key, introduced by the one in use, whose private half is forgotten. Codes that nobody has used yet name the old key, and
 * end here. Instances take the new one up within half a minute.
 */
export function rotateServerKey(
  database: Database,
  nowMs: number,
): Promise<{ keyId: string; replaces: string }> {
  return database.transaction(async (sql) => {
    await sql.rows('LOCK TABLE server_key IN EXCLUSIVE MODE');
    const current = await readKeys(sql);
    const fresh = freshKey();
    const { keyId, publicKey } = describeKey(fresh);
    const statement: ServerKeyStatement = {
      keyId,
      kind: 'server-key',
      madeAtMs: nowMs,
      publicKey,
      replaces: current.keyId,
    };
    await keepKey(sql, fresh, sealWith(current, statement));
    await sql.rows(`UPDATE server_key SET private_key = '' WHERE key_id <> $1`, [keyId]);
    await sql.rows(
      'UPDATE enrolment_code SET expires_at = now() WHERE used_by IS NULL AND expires_at > now()',
    );
    return { keyId, replaces: current.keyId };
  });
}

interface HeldKeys {
  keyId: string;
  publicKey: string;
  privateKey: KeyObject;
  introductions: Signed[];
  keyIds: string[];
}

/** The one that still has its private half signs. */
async function readKeys(sql: Sql): Promise<HeldKeys> {
  const rows = await sql.rows(
    'SELECT key_id, private_key, introduction FROM server_key ORDER BY created_at, key_id',
  );
  const newest = rows.find((row) => row['private_key'] !== '');
  const der = Buffer.from(String(newest?.['private_key']), 'base64');
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return {
    ...describeKey(privateKey),
    privateKey,
    introductions: rows.flatMap(({ introduction }) =>
      typeof introduction === 'string' ? [signedSchema.parse(JSON.parse(introduction))] : [],
    ),
    keyIds: rows.map((row) => String(row['key_id'])),
  };
}

async function keepKey(sql: Sql, privateKey: KeyObject, introduction?: Signed): Promise<void> {
  const { keyId, publicKey } = describeKey(privateKey);
  await sql.rows(
    'INSERT INTO server_key (key_id, private_key, public_key, introduction) VALUES ($1, $2, $3, $4)',
    [
      keyId,
      privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      publicKey,
      introduction ? JSON.stringify(introduction) : null,
    ],
  );
}

function sealWith({ keyId, privateKey }: HeldKeys, payload: Record<string, unknown>): Signed {
  const signature = sign(null, Buffer.from(canonicalText(payload)), privateKey).toString('base64');
  return { keyId, payload, signature };
}

function freshKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

function describeKey(privateKey: KeyObject): { keyId: string; publicKey: string } {
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { keyId: sha256Hex(spki).slice(0, 16), publicKey: spki.toString('base64') };
}
