/**
 * Which receipts stations have said they keep; how each signing key was introduced by the one before; which station took the place of
 * which, and what keys a station signed with until when.
 */
export const trustAndSuccessors = {
  number: 80,
  sql: `
    ALTER TABLE receipt ADD COLUMN confirmed_ms bigint;
    CREATE INDEX blob_receipt ON blob (receipt_id);

    ALTER TABLE server_key ADD COLUMN introduction text;

    ALTER TABLE station ADD COLUMN replaces uuid REFERENCES station;
    ALTER TABLE enrolment_code ADD COLUMN replaces uuid REFERENCES station;
    ALTER TABLE former_station_key ADD COLUMN last_seq bigint;
  `,
} as const;
