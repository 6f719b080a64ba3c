import { z } from 'zod';
import { portalAnswerSchema, type PortalAnswer, type PortalReason } from '#shared/protocol/portal.ts';
import type { Sql } from '../postgres/database.ts';

const row = z.object({
  state: portalAnswerSchema.shape.state,
  reason: z.string().nullable(),
  activate_before_ms: z.number().nullable(),
  activated_ms: z.number().nullable(),
  mail_sent: z.boolean(),
  mail_refused: z.boolean(),
});

/** How a request stands now; undefined when the station never made it. */
export async function answerOf(
  sql: Sql,
  requestId: string,
  stationId: string,
): Promise<PortalAnswer | undefined> {
  const [found] = await sql.rows(
    `SELECT r.state, r.reason, a.activate_before_ms, a.activated_ms,
       EXISTS (SELECT 1 FROM portal_mail m WHERE m.account_id = a.account_id AND sent_ms IS NOT NULL) AS mail_sent,
       EXISTS (SELECT 1 FROM portal_mail m WHERE m.account_id = a.account_id AND sent_ms IS NULL AND next_try_ms IS NULL) AS mail_refused
     FROM portal_request r LEFT JOIN portal_account a USING (account_id) WHERE r.request_id = $1 AND r.station_id = $2`,
    [requestId, stationId],
  );
  if (!found) return undefined;
  const { state, reason, activate_before_ms, activated_ms, mail_sent, mail_refused } = row.parse(found);
  if (state !== 'opened') return { requestId, state, reason, activateBeforeMs: null };
  // The account is gone without having served: deleted after its limit.
  if (activate_before_ms === null)
    return { requestId, state: 'expired', reason: null, activateBeforeMs: null };
  if (activated_ms !== null) return { requestId, state: 'activated', reason: null, activateBeforeMs: null };
  const mailReason: PortalReason | null = mail_sent ? null : mail_refused ? 'mail-refused' : 'mail-waiting';
  return { requestId, state: 'opened', reason: mailReason, activateBeforeMs: activate_before_ms };
}
