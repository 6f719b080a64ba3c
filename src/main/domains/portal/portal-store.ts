import { z } from 'zod';
import { portalRequestStatusSchema } from '#shared/contract/portal.ts';
import type { PortalAnswer, PortalRequest } from '#shared/protocol/portal.ts';
import { numberOf, numberOrNullOf, textOf, textOrNullOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';

const stateSchema = portalRequestStatusSchema.shape.state;

export interface StoredRequest {
  id: string;
  email: string;
  state: z.infer<typeof stateSchema>;
  reason: string | null;
  agent: string;
  askedAtMs: number;
  activateBeforeMs: number | null;
}

export function insertRequest(
  database: WritableDatabase,
  request: PortalRequest & { registrationId: string; agent: string; askedAtMs: number },
): void {
  database.run(
    `INSERT INTO portal_request (id, registration_id, candidate_number, email, agent, asked_at_ms, state)
     VALUES (?, ?, ?, ?, ?, ?, 'toSend')`,
    request.requestId,
    request.registrationId,
    request.candidateNumber,
    request.email,
    request.agent,
    request.askedAtMs,
  );
}

/** Newest first. */
export function requestsOf(database: ReadableDatabase, registrationId: string): StoredRequest[] {
  return database
    .all(
      'SELECT * FROM portal_request WHERE registration_id = ? ORDER BY asked_at_ms DESC, id DESC',
      registrationId,
    )
    .map((row) => ({
      id: textOf(row, 'id'),
      email: textOf(row, 'email'),
      state: stateSchema.parse(row['state']),
      reason: textOrNullOf(row, 'reason'),
      agent: textOf(row, 'agent'),
      askedAtMs: numberOf(row, 'asked_at_ms'),
      activateBeforeMs: numberOrNullOf(row, 'activate_before_ms'),
    }));
}

/** Requests the centre has not ended yet, oldest first. */
export function openRequests(database: ReadableDatabase): PortalRequest[] {
  return database
    .all(
      `SELECT id, candidate_number, email FROM portal_request WHERE state IN ('toSend', 'waiting', 'opened') ORDER BY asked_at_ms`,
    )
    .map((row) => ({
      requestId: textOf(row, 'id'),
      candidateNumber: textOf(row, 'candidate_number'),
      email: textOf(row, 'email'),
    }));
}

export function keepAnswer(database: WritableDatabase, answer: PortalAnswer): void {
  database.run(
    'UPDATE portal_request SET state = ?, reason = ?, activate_before_ms = ? WHERE id = ?',
    answer.state,
    answer.reason,
    answer.activateBeforeMs,
    answer.requestId,
  );
}
