/**
 * What is known of the centre's word, and for how long: receipts it confirmed in a second exchange, or no longer knows after it was
 * restored; which receipt stands for which scan; keys it signed with before; identities this station had before it was enrolled
 * again; what a person decided of envois that the centre refused.
 */
export const trustOfTheCentre = {
  number: 180,
  sql: `
    ALTER TABLE receipt ADD COLUMN confirmed_at_ms INTEGER;
    ALTER TABLE receipt ADD COLUMN lost_at_ms INTEGER;
    CREATE INDEX receipt_unconfirmed ON receipt (received_at_ms) WHERE confirmed_at_ms IS NULL AND lost_at_ms IS NULL;

    ALTER TABLE outbox_blob ADD COLUMN receipt_id TEXT;
    UPDATE outbox_blob SET receipt_id = r.id
      FROM (SELECT id, content ->> '$.sha256' AS blob_sha256 FROM receipt WHERE subject = 'blob') r
      WHERE r.blob_sha256 = outbox_blob.sha256;

    CREATE TABLE former_server_key (
      key_id TEXT PRIMARY KEY,
      public_key BLOB NOT NULL,
      replaced_at_ms INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE former_identity (
      station_id TEXT PRIMARY KEY,
      replaced_by TEXT NOT NULL,
      replaced_at_ms INTEGER NOT NULL
    ) STRICT;

    ALTER TABLE station ADD COLUMN next_signing_key BLOB;

    ALTER TABLE outbox_op ADD COLUMN dismissed_reason TEXT;
    ALTER TABLE outbox_op ADD COLUMN dismissed_by TEXT;
    ALTER TABLE outbox_op ADD COLUMN dismissed_at_ms INTEGER;
  `,
} as const;
