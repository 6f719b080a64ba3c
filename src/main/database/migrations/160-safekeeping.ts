/**
 * What is known of the safety of the base itself. A former identity is what the station was to the centre before it was rebuilt from a
 * copy: its ops lie below zero in the outbox, and what had not arrived is still sent under its own key, so that no place of a chain is
 * ever given twice.
 */
export const safekeeping = {
  number: 160,
  sql: `
    CREATE TABLE safekeeping_event (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      agent TEXT,
      detail TEXT NOT NULL
    ) STRICT;

    CREATE TABLE safekeeping_setting (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      every_hours INTEGER NOT NULL
    ) STRICT;
    INSERT INTO safekeeping_setting (id, every_hours) VALUES (1, 4);

    CREATE TABLE former_chain (
      station_id TEXT PRIMARY KEY,
      block TEXT NOT NULL,
      signing_key BLOB NOT NULL,
      signing_public_key BLOB NOT NULL,
      server_key_id TEXT NOT NULL,
      first_place INTEGER NOT NULL,
      last_place INTEGER NOT NULL,
      replaced_at_ms INTEGER NOT NULL
    ) STRICT;
  `,
} as const;
