/**
 * Where the chain of the identity that replaced another begins: told to the centre until something of it has come. How each signing key of
 * the station was introduced by the one before, kept for ever: a centre restored from a backup asks for it again.
 */
export const keysOfTheStation = {
  number: 260,
  sql: `
    ALTER TABLE former_identity ADD COLUMN next_seq INTEGER;
    ALTER TABLE former_identity ADD COLUMN previous_hash TEXT;

    CREATE TABLE station_key_change (
      id INTEGER PRIMARY KEY,
      station_id TEXT NOT NULL,
      signed TEXT NOT NULL,
      made_at_ms INTEGER NOT NULL,
      told_at_ms INTEGER
    ) STRICT;
    ALTER TABLE central_server ADD COLUMN takes_station_keys INTEGER NOT NULL DEFAULT 0;
  `,
} as const;
