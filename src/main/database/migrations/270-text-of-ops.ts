/**
 * What an op says, in a table of its own: two kilobytes that never change beside a state that does. With both in one row, each verdict of
 * the centre wrote the whole again, encrypted: most of what settling a batch took. An erased op has none.
 */
export const textOfOps = {
  number: 270,
  sql: `
    CREATE TABLE outbox_text (
      op_id TEXT PRIMARY KEY REFERENCES outbox_op (op_id),
      canonical TEXT NOT NULL
    ) STRICT;
    INSERT INTO outbox_text SELECT op_id, canonical FROM outbox_op WHERE canonical <> '' ORDER BY station_seq;
    ALTER TABLE outbox_op DROP COLUMN canonical;
  `,
} as const;
