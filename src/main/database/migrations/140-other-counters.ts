/**
 * What other counters do to the same files: which version the centre holds, where a file was registered, how far their changes were
 * read, and the proposals that wait for a person. `record_id` without a foreign key: a proposal may speak of a file that this program
 * could not read.
 */
export const otherCounters = {
  number: 140,
  sql: `
    ALTER TABLE registration ADD COLUMN centre_version INTEGER;
    ALTER TABLE registration ADD COLUMN registered_at TEXT;
    ALTER TABLE central_server ADD COLUMN changes_cursor TEXT;

    CREATE TABLE conflict (
      op_id TEXT PRIMARY KEY,
      record_id TEXT NOT NULL,
      reason TEXT NOT NULL,
      paths TEXT NOT NULL,
      changes TEXT NOT NULL,
      agent TEXT NOT NULL,
      station TEXT NOT NULL,
      captured_at_ms INTEGER NOT NULL,
      decided_by TEXT,
      decided_at_ms INTEGER
    ) STRICT;
    CREATE INDEX conflict_record ON conflict (record_id);
    CREATE INDEX conflict_open ON conflict (captured_at_ms) WHERE decided_by IS NULL;
  `,
} as const;
