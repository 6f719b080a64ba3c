import { agentSchema, type Agent, type Role } from '#shared/contract/station.ts';
import type { Clerk } from '#shared/contract/clerks.ts';
import { GuichetError } from '#shared/errors.ts';
import { bytesOf, numberOf, numberOrNullOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row, WritableDatabase } from '#main/database/types.ts';
import { newId } from '#main/new-id.ts';

const AGENT_COLUMNS = 'id, login, name, role';

/** A clerk as the base knows her; whether a slot opens for her is in the header. */
export type StoredClerk = Omit<Clerk, 'key'>;

export function insertAgent(database: WritableDatabase, agent: Omit<Agent, 'id'>, nowMs: number): string {
  const id = newId();
  database.run(
    'INSERT INTO agent (id, login, name, role, created_at_ms) VALUES (?, ?, ?, ?, ?)',
    id,
    agent.login,
    agent.name,
    agent.role,
    nowMs,
  );
  return id;
}

/** Undefined for whom this base does not know, or has shut out. */
export function findActiveAgent(database: ReadableDatabase, login: string): Agent | undefined {
  const row = database.get(`SELECT ${AGENT_COLUMNS} FROM agent WHERE login = ? AND active = 1`, login);
  return row && agentSchema.parse(row);
}

export function listClerks(database: ReadableDatabase): StoredClerk[] {
  return database
    .all(
      `SELECT ${AGENT_COLUMNS}, active, last_unlock_ms FROM agent ORDER BY active DESC, name COLLATE NOCASE, login`,
    )
    .map(clerkOf);
}

/** Throws `unknown-clerk`. */
export function getClerk(database: ReadableDatabase, id: string): StoredClerk {
  const row = database.get(`SELECT ${AGENT_COLUMNS}, active, last_unlock_ms FROM agent WHERE id = ?`, id);
  if (!row) throw new GuichetError('unknown-clerk');
  return clerkOf(row);
}

export function isLoginTaken(database: ReadableDatabase, login: string): boolean {
  return database.get('SELECT 1 FROM agent WHERE login = ?', login) !== undefined;
}

export function setRole(database: WritableDatabase, id: string, role: Role): void {
  database.run('UPDATE agent SET role = ? WHERE id = ?', role, id);
}

export function setActive(database: WritableDatabase, id: string, active: boolean): void {
  database.run(
    'UPDATE agent SET active = ?, public_key = NULL, health_mark = NULL WHERE id = ?',
    active ? 1 : 0,
    id,
  );
}

/** Somebody must be left who may add clerks and give passphrases anew, those of a sealed base too. Throws `last-bureau-head`. */
export function requireOtherBureauHead(database: ReadableDatabase, id: string): void {
  const other = database.get(
    `SELECT 1 FROM agent WHERE role = 'bureauHead' AND active = 1 AND public_key IS NOT NULL AND id <> ?
       AND (health_mark IS NOT NULL OR (SELECT health_check FROM station WHERE id = 1) IS NULL)`,
    id,
  );
  if (!other) throw new GuichetError('last-bureau-head');
}

/** The half of her key to which the database key is sealed. The header does not hold it: whoever changes that file gains nothing. */
export function setPublicKey(database: WritableDatabase, login: string, publicKey: Uint8Array): void {
  database.run('UPDATE agent SET public_key = ? WHERE login = ?', publicKey, login);
}

export function publicKeysOf(database: ReadableDatabase): Map<string, Uint8Array> {
  const rows = database.all(
    'SELECT login, public_key FROM agent WHERE active = 1 AND public_key IS NOT NULL',
  );
  return new Map(rows.map((row) => [textOf(row, 'login'), bytesOf(row, 'public_key')]));
}

function clerkOf(row: Row): StoredClerk {
  const { active: _active, last_unlock_ms: _last, ...agent } = row;
  return {
    ...agentSchema.parse(agent),
    active: numberOf(row, 'active') === 1,
    lastUnlockAtMs: numberOrNullOf(row, 'last_unlock_ms'),
  };
}
