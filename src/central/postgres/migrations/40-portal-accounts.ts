/**
 * Candidates' accounts of the portal, opened at a counter's request, and what any web page of the centre needs: sessions,
 * counted attempts, mails to send. Tokens and session keys are kept as hashes; times are milliseconds, from the program's clock.
 */
export const portalAccounts = {
  number: 40,
  sql: `
    CREATE INDEX registration_candidate ON registration (candidate_number);
    -- Never a cast to jsonb: it would refuse what a station may well send (an escaped NUL).
    CREATE INDEX registration_email ON registration (lower(substring(answers from '"identification\\.email":"([^"\\\\]*)"')));

    CREATE TABLE portal_account (
      account_id uuid PRIMARY KEY,
      candidate_number text NOT NULL UNIQUE,
      email text NOT NULL,
      email_key text NOT NULL UNIQUE,
      password_hash text,
      opened_ms bigint NOT NULL,
      activate_before_ms bigint NOT NULL,
      activated_ms bigint
    );
    CREATE INDEX portal_account_unused ON portal_account (activate_before_ms) WHERE activated_ms IS NULL;

    CREATE TABLE portal_request (
      request_id uuid PRIMARY KEY,
      station_id uuid NOT NULL REFERENCES station,
      account_id uuid REFERENCES portal_account ON DELETE SET NULL,
      state text NOT NULL,
      reason text,
      answered_ms bigint NOT NULL
    );
    CREATE INDEX portal_request_account ON portal_request (account_id);

    CREATE TABLE portal_mail (
      mail_id uuid PRIMARY KEY,
      account_id uuid NOT NULL REFERENCES portal_account ON DELETE CASCADE,
      kind text NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      next_try_ms bigint,
      last_error text,
      sent_ms bigint
    );
    CREATE INDEX portal_mail_due ON portal_mail (next_try_ms) WHERE next_try_ms IS NOT NULL;
    CREATE INDEX portal_mail_account ON portal_mail (account_id);

    CREATE TABLE portal_token (
      token_hash text PRIMARY KEY,
      account_id uuid NOT NULL REFERENCES portal_account ON DELETE CASCADE,
      expires_ms bigint NOT NULL
    );
    CREATE INDEX portal_token_account ON portal_token (account_id);

    CREATE TABLE web_session (
      token_hash text PRIMARY KEY,
      audience text NOT NULL,
      subject_id uuid NOT NULL,
      csrf text NOT NULL,
      expires_ms bigint NOT NULL,
      idle_until_ms bigint NOT NULL
    );
    CREATE INDEX web_session_subject ON web_session (subject_id);

    CREATE TABLE counted_attempt (
      bucket text PRIMARY KEY,
      hits integer NOT NULL,
      until_ms bigint NOT NULL
    );
  `,
} as const;
