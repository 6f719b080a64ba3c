import { ACTIVATION_LIMIT_MS } from '#shared/protocol/portal.ts';
import type { Database } from '../postgres/database.ts';
import { newToken } from '../portal/tokens.ts';
import { activationMail, passwordMail } from '../portal/mail-words.ts';
import type { Mailer } from './mailer.ts';

const FIRST_DELAY_MS = 60_000;
const LONGEST_DELAY_MS = 6 * 3_600_000;
/** About a day. After that a person looks at it. */
const LAST_ATTEMPT = 8;
const PASSWORD_LINK_MS = 3_600_000;

interface Posting {
  database: Database;
  mailer: Mailer;
  /** Where candidates find the centre. */
  publicUrl: string;
  nowMs(): number;
}

/** Sends what is due. Instances share the work: each mail is claimed by one of them at a time. */
export async function sendDueMails(posting: Posting): Promise<void> {
  for (let claimed = await claim(posting); claimed; claimed = await claim(posting)) {
    const { mailId, attempts, ...mail } = claimed;
    const failure = await posting.mailer.send(mail);
    const isLast = failure !== undefined && (failure.isFinal || attempts >= LAST_ATTEMPT);
    await posting.database.rows(
      `UPDATE portal_mail SET sent_ms = $2, last_error = $3, next_try_ms = CASE WHEN $4 THEN NULL ELSE next_try_ms END
       WHERE mail_id = $1`,
      [mailId, failure ? null : posting.nowMs(), failure?.code ?? null, isLast || !failure],
    );
  }
}

interface Claimed {
  mailId: string;
  attempts: number;
  to: string;
  subject: string;
  text: string;
}

/**
 * Takes the next mail that is due, with a link of its own: the base never holds a link in clear. The candidate has her whole
 * time from the mail on, however late it leaves.
 */
function claim({ database, publicUrl, nowMs }: Posting): Promise<Claimed | undefined> {
  return database.transaction(async (sql) => {
    const now = nowMs();
    const [row] = await sql.rows(
      `SELECT mail_id, account_id, kind, attempts, email, activated_ms FROM portal_mail JOIN portal_account USING (account_id)
       WHERE next_try_ms <= $1 ORDER BY next_try_ms LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [now],
    );
    if (!row) return undefined;
    const attempts = Number(row['attempts']) + 1;
    const delay = Math.min(FIRST_DELAY_MS * 4 ** (attempts - 1), LONGEST_DELAY_MS);
    await sql.rows('UPDATE portal_mail SET attempts = $2, next_try_ms = $3 WHERE mail_id = $1', [
      row['mail_id'],
      attempts,
      now + delay,
    ]);
    const accountId = String(row['account_id']);
    const isActivation = row['kind'] === 'activation';
    const limitMs = now + (isActivation ? ACTIVATION_LIMIT_MS : PASSWORD_LINK_MS);
    if (isActivation)
      await sql.rows(
        'UPDATE portal_account SET activate_before_ms = greatest(activate_before_ms, $2) WHERE account_id = $1',
        [accountId, limitMs],
      );
    const link = `${publicUrl}/portail/mot-de-passe/${await newToken(sql, accountId, limitMs)}`;
    const words = isActivation ? activationMail(link, limitMs) : passwordMail(link, limitMs);
    return { mailId: String(row['mail_id']), attempts, to: String(row['email']), ...words };
  });
}
