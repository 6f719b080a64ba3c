/**
 * People of the rectorat and what they did; what stations tell of themselves; revocation with its date, former keys of stations,
 * decisions on the quarantine.
 */
export const rectorat = {
  number: 50,
  sql: `
    CREATE TABLE office_user (
      user_id uuid PRIMARY KEY,
      login text NOT NULL UNIQUE,
      name text NOT NULL,
      role text NOT NULL CHECK (role IN ('reader', 'decider', 'administrator')),
      password_hash text NOT NULL,
      created_ms bigint NOT NULL
    );

    CREATE TABLE office_act (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at_ms bigint NOT NULL,
      login text NOT NULL,
      act text NOT NULL,
      subject text NOT NULL
    );

    ALTER TABLE station
      ADD COLUMN last_seen_ms bigint,
      ADD COLUMN clock_skew_ms bigint,
      ADD COLUMN ops_pending integer,
      ADD COLUMN scans_pending integer,
      ADD COLUMN revoked_at_ms bigint;

    CREATE TABLE former_station_key (
      public_key text PRIMARY KEY,
      station_id uuid NOT NULL REFERENCES station,
      replaced_ms bigint NOT NULL
    );

    ALTER TABLE quarantine
      ADD COLUMN decision text,
      ADD COLUMN decided_by text,
      ADD COLUMN decided_ms bigint;

    CREATE INDEX op_receipt ON op (receipt_id);
    CREATE INDEX op_received ON op (received_at);
  `,
} as const;
