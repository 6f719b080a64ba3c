import { randomUUID } from 'node:crypto';
import {
  ACTIVATION_LIMIT_MS,
  type PortalAnswer,
  type PortalReason,
  type PortalRequest,
} from '#shared/protocol/portal.ts';
import { isUniqueViolation, type Database, type Sql } from '../postgres/database.ts';
import { deleteUnused } from './delete-unused.ts';
import { answerOf } from './answer-of.ts';
import { emailKey } from './email-key.ts';

interface Opening {
  database: Database;
  nowMs: number;
  stationId: string;
}

/**
 * What becomes of a counter's request for an account: one for each e-mail and for each candidate. The same request again tells
 * how it stands now and opens nothing more.
 */
export async function openAccount(opening: Opening, request: PortalRequest): Promise<PortalAnswer> {
  const { database, nowMs } = opening;
  await deleteUnused(database, nowMs);
  try {
    return await database.transaction((sql) => openOnce(sql, opening, request));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Another counter took the address, or sent this very request, a moment ago: the rows now say which.
    return database.transaction((sql) => openOnce(sql, opening, request));
  }
}

async function openOnce(sql: Sql, opening: Opening, request: PortalRequest): Promise<PortalAnswer> {
  const { nowMs, stationId } = opening;
  const { requestId } = request;
  const known = await answerOf(sql, requestId, stationId);
  if (known) return known;
  const judged = await judge(sql, request);
  if (judged === 'candidate-unknown')
    return { requestId, state: 'waiting', reason: judged, activateBeforeMs: null };
  const isOpened = typeof judged === 'object';
  const accountId = isOpened ? (judged.accountId ?? (await addAccount(sql, nowMs, request))) : null;
  await sql.rows('INSERT INTO portal_request VALUES ($1, $2, $3, $4, $5, $6)', [
    requestId,
    stationId,
    accountId,
    isOpened ? 'opened' : 'refused',
    isOpened ? null : judged,
    nowMs,
  ]);
  return (
    (await answerOf(sql, requestId, stationId)) ?? {
      requestId,
      state: 'refused',
      reason: null,
      activateBeforeMs: null,
    }
  );
}

/**
 * The reason to refuse, or the account of this very candidate and address when there is one. The address must be that of the
 * candidate's file: no station can open somebody's file to an address of its own.
 */
async function judge(sql: Sql, request: PortalRequest): Promise<PortalReason | { accountId?: string }> {
  const { candidateNumber } = request;
  const key = emailKey(request.email);
  const files = await sql.rows(
    `SELECT candidate_number = $1 AS own, email_key = $2 AS same FROM registration
     WHERE candidate_number = $1 OR email_key = $2`,
    [candidateNumber, key],
  );
  const own = files.filter((file) => file['own'] === true);
  if (own.length === 0) return 'candidate-unknown';
  if (!own.some((file) => file['same'] === true)) return 'email-differs';
  const accounts = await sql.rows(
    'SELECT account_id, candidate_number = $1 AS own, email_key = $2 AS same FROM portal_account WHERE candidate_number = $1 OR email_key = $2',
    [candidateNumber, key],
  );
  const mine = accounts.find((account) => account['own'] === true);
  if (mine)
    return mine['same'] === true ? { accountId: String(mine['account_id']) } : 'candidate-has-account';
  if (accounts.length > 0) return 'email-has-account';
  return own.length < files.length ? 'email-on-other-file' : {};
}

async function addAccount(sql: Sql, nowMs: number, request: PortalRequest): Promise<string> {
  const accountId = randomUUID();
  await sql.rows(
    `INSERT INTO portal_account (account_id, candidate_number, email, email_key, opened_ms, activate_before_ms)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      accountId,
      request.candidateNumber,
      request.email,
      emailKey(request.email),
      nowMs,
      nowMs + ACTIVATION_LIMIT_MS,
    ],
  );
  await sql.rows(
    `INSERT INTO portal_mail (mail_id, account_id, kind, next_try_ms) VALUES ($1, $2, 'activation', $3)`,
    [randomUUID(), accountId, nowMs],
  );
  return accountId;
}
