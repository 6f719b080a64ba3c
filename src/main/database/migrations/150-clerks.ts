/**
 * Several clerks: who may still open the station, to which public key the database key is sealed for each, when each last came; and what
 * the station does by itself: locks when idle, refuses slots when it has met no centre for long. `latest_seen_ms`: a date moved back
 * makes nothing younger.
 */
export const clerks = {
  number: 150,
  sql: `
    ALTER TABLE agent ADD COLUMN active INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE agent ADD COLUMN public_key BLOB;
    ALTER TABLE agent ADD COLUMN last_unlock_ms INTEGER;
    ALTER TABLE station ADD COLUMN idle_minutes INTEGER NOT NULL DEFAULT 10;
    ALTER TABLE station ADD COLUMN expiry_days INTEGER;
    ALTER TABLE station ADD COLUMN expiry_lifted_ms INTEGER;
    ALTER TABLE station ADD COLUMN latest_seen_ms INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE station ADD COLUMN recovery_public_key BLOB;
  `,
} as const;
