import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Sql } from '../postgres/database.ts';
import { hashPassword, isPassword } from '../web/passwords.ts';

/** Each may do what the ones before may. */
export const OFFICE_ROLES = ['reader', 'decider', 'administrator'] as const;
export const officeRoleSchema = z.enum(OFFICE_ROLES);
export type OfficeRole = z.infer<typeof officeRoleSchema>;

export const OFFICE_ROLE_LABELS: Record<OfficeRole, string> = {
  reader: 'lecture',
  decider: 'décision',
  administrator: 'administration',
};

export interface OfficeUser {
  userId: string;
  login: string;
  name: string;
  role: OfficeRole;
}

export const MIN_OFFICE_PASSWORD = 12;

const COLUMNS = 'user_id, login, name, role, password_hash';

/** Adds a person, or gives her a new password, name and role. Throws RangeError for a password that is too short. */
export async function keepOfficeUser(
  sql: Sql,
  nowMs: number,
  user: Omit<OfficeUser, 'userId'> & { password: string },
): Promise<void> {
  if ([...user.password].length < MIN_OFFICE_PASSWORD) throw new RangeError('password too short');
  await sql.rows(
    `WITH kept AS (
       INSERT INTO office_user VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (login) DO UPDATE SET name = $3, role = $4, password_hash = $5 RETURNING user_id)
     DELETE FROM web_session WHERE subject_id IN (SELECT user_id FROM kept)`,
    [randomUUID(), user.login, user.name, user.role, await hashPassword(user.password), nowMs],
  );
}

/** Undefined for a wrong password as for an unknown login, in the same time. */
export async function signInOffice(
  sql: Sql,
  login: string,
  password: string,
): Promise<OfficeUser | undefined> {
  const [row] = await sql.rows(`SELECT ${COLUMNS} FROM office_user WHERE login = $1`, [login]);
  const isRight = await isPassword(row ? String(row['password_hash']) : null, password);
  return row && isRight ? userOf(row) : undefined;
}

export async function findOfficeUser(sql: Sql, userId: string): Promise<OfficeUser | undefined> {
  const [row] = await sql.rows(`SELECT ${COLUMNS} FROM office_user WHERE user_id = $1`, [userId]);
  return row && userOf(row);
}

export function mayAct(user: Pick<OfficeUser, 'role'>, least: OfficeRole): boolean {
  return OFFICE_ROLES.indexOf(user.role) >= OFFICE_ROLES.indexOf(least);
}

/** What a person did, for ever. Never personal data of a candidate. */
export async function noteAct(
  sql: Sql,
  nowMs: number,
  { login }: Pick<OfficeUser, 'login'>,
  act: string,
  subject: string,
): Promise<void> {
  await sql.rows('INSERT INTO office_act (at_ms, login, act, subject) VALUES ($1, $2, $3, $4)', [
    nowMs,
    login,
    act,
    subject,
  ]);
}

function userOf(row: Record<string, unknown>): OfficeUser {
  return {
    userId: String(row['user_id']),
    login: String(row['login']),
    name: String(row['name']),
    role: officeRoleSchema.parse(row['role']),
  };
}
