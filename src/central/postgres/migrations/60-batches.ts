/** The key batches on a USB key are encrypted for, and which volumes came. */
export const batches = {
  number: 60,
  sql: `
    CREATE TABLE batch_identity (
      recipient text PRIMARY KEY,
      identity text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE batch_volume (
      station_id uuid NOT NULL REFERENCES station,
      batch_id text NOT NULL,
      volume integer NOT NULL,
      volumes integer NOT NULL,
      manifest_sha256 text NOT NULL,
      ops integer NOT NULL,
      scans integer NOT NULL,
      first_received_ms bigint NOT NULL,
      last_received_ms bigint NOT NULL,
      times integer NOT NULL DEFAULT 1,
      PRIMARY KEY (station_id, batch_id, volume)
    );
  `,
} as const;
