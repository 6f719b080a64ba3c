/** Accounts of the candidates' portal, asked for at the counter; sent with the next sending, and followed until they end. */
export const portalRequests = {
  number: 100,
  sql: `
    CREATE TABLE portal_request (
      id TEXT PRIMARY KEY,
      registration_id TEXT NOT NULL REFERENCES registration (id),
      candidate_number TEXT NOT NULL,
      email TEXT NOT NULL,
      agent TEXT NOT NULL,
      asked_at_ms INTEGER NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      activate_before_ms INTEGER
    ) STRICT;
    CREATE INDEX portal_request_registration ON portal_request (registration_id, asked_at_ms);
    CREATE INDEX portal_request_open ON portal_request (asked_at_ms) WHERE state IN ('toSend', 'waiting', 'opened');
  `,
} as const;
