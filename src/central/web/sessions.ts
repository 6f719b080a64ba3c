import { randomBytes } from 'node:crypto';
// What the plugin adds to requests and replies, also for a room that sees this file alone.
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256Hex } from '../canonical.ts';
import type { Database } from '../postgres/database.ts';

/** Two doors that share nothing: a candidate's session opens no page of the rectorat. */
export type Audience = 'portal' | 'office';

export interface Session {
  subjectId: string;
  /** Goes back with every form. */
  csrf: string;
}

const LIFE_MS = 8 * 3_600_000;
const IDLE_MS = 30 * 60_000;

/** Opens a new session, always under a new key; any earlier one of this browser is ended. */
export async function openSession(
  database: Database,
  nowMs: number,
  audience: Audience,
  subjectId: string,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<void> {
  await closeSession(database, audience, { request, reply });
  const token = randomBytes(32).toString('base64url');
  await database.rows('INSERT INTO web_session VALUES ($1, $2, $3, $4, $5, $6)', [
    sha256Hex(token),
    audience,
    subjectId,
    randomBytes(16).toString('base64url'),
    nowMs + LIFE_MS,
    nowMs + IDLE_MS,
  ]);
  reply.setCookie(cookieName(audience, request), token, cookieOptions(request));
}

/** Undefined when nobody is signed in, or was idle for too long. */
export async function findSession(
  database: Database,
  nowMs: number,
  audience: Audience,
  request: FastifyRequest,
): Promise<Session | undefined> {
  const token = request.cookies[cookieName(audience, request)];
  if (token === undefined) return undefined;
  const [row] = await database.rows(
    `UPDATE web_session SET idle_until_ms = $4 WHERE token_hash = $1 AND audience = $2
       AND expires_ms > $3 AND idle_until_ms > $3 RETURNING subject_id, csrf`,
    [sha256Hex(token), audience, nowMs, nowMs + IDLE_MS],
  );
  return row && { subjectId: String(row['subject_id']), csrf: String(row['csrf']) };
}

export async function closeSession(
  database: Database,
  audience: Audience,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<void> {
  const name = cookieName(audience, request);
  const token = request.cookies[name];
  if (token === undefined) return;
  await database.rows('DELETE FROM web_session WHERE token_hash = $1', [sha256Hex(token)]);
  reply.clearCookie(name, cookieOptions(request));
}

/** After a change of password, or when an account is closed. */
export async function closeAllSessions(database: Database, subjectId: string): Promise<void> {
  await database.rows('DELETE FROM web_session WHERE subject_id = $1', [subjectId]);
}

export async function dropOldSessions(database: Database, nowMs: number): Promise<void> {
  await database.rows('DELETE FROM web_session WHERE expires_ms <= $1 OR idle_until_ms <= $1', [nowMs]);
}

/** `__Host-` ties the cookie to this very host, and browsers only take it over TLS. */
function cookieName(audience: Audience, request: FastifyRequest): string {
  return `${request.protocol === 'https' ? '__Host-' : ''}guichet-${audience}`;
}

function cookieOptions(request: FastifyRequest) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  } as const;
}
