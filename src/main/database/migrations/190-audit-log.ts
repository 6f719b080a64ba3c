/**
 * Who did and who saw what. Rows are added and never changed; they go only as whole blocks, whose digest stays, so that the chain still
 * verifies. A checkpoint is the end of the chain at some time, signed, that the centre keeps a copy of.
 */
export const auditLog = {
  number: 190,
  sql: `
    CREATE TABLE audit_entry (
      id INTEGER PRIMARY KEY,
      at_ms INTEGER NOT NULL,
      clerk_id TEXT NOT NULL,
      operation TEXT NOT NULL,
      reference TEXT NOT NULL,
      outcome TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX audit_entry_reference ON audit_entry (reference) WHERE reference <> '';

    CREATE TABLE audit_block (
      id INTEGER PRIMARY KEY,
      first_id INTEGER NOT NULL,
      last_id INTEGER NOT NULL,
      first_at_ms INTEGER NOT NULL,
      last_at_ms INTEGER NOT NULL,
      last_hash BLOB NOT NULL,
      digest BLOB NOT NULL,
      purged_at_ms INTEGER
    ) STRICT;

    CREATE TABLE audit_checkpoint (
      id INTEGER PRIMARY KEY,
      station_id TEXT NOT NULL,
      entries INTEGER NOT NULL,
      hash BLOB NOT NULL,
      at_ms INTEGER NOT NULL,
      canonical TEXT NOT NULL,
      signature BLOB NOT NULL,
      public_key BLOB NOT NULL,
      verdict TEXT CHECK (verdict IN ('kept', 'contradicts'))
    ) STRICT;

    CREATE TABLE audit_setting (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      keep_months INTEGER NOT NULL
    ) STRICT;
    INSERT INTO audit_setting (id, keep_months) VALUES (1, 12);

    CREATE TRIGGER audit_entry_unchanged BEFORE UPDATE ON audit_entry
      BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
    CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry
      WHEN NOT EXISTS (SELECT 1 FROM audit_block WHERE OLD.id BETWEEN first_id AND last_id AND purged_at_ms IS NOT NULL)
      BEGIN SELECT RAISE(ABORT, 'the audit log is never shortened'); END;
    CREATE TRIGGER audit_block_unchanged BEFORE UPDATE ON audit_block
      WHEN OLD.purged_at_ms IS NOT NULL OR NEW.id <> OLD.id OR NEW.first_id <> OLD.first_id OR NEW.last_id <> OLD.last_id
        OR NEW.first_at_ms <> OLD.first_at_ms OR NEW.last_at_ms <> OLD.last_at_ms OR NEW.last_hash <> OLD.last_hash OR NEW.digest <> OLD.digest
      BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
    CREATE TRIGGER audit_block_kept BEFORE DELETE ON audit_block
      BEGIN SELECT RAISE(ABORT, 'the audit log is never shortened'); END;
    CREATE TRIGGER audit_checkpoint_unchanged BEFORE UPDATE ON audit_checkpoint
      WHEN OLD.verdict IS NOT NULL OR NEW.id <> OLD.id OR NEW.canonical <> OLD.canonical OR NEW.signature <> OLD.signature
        OR NEW.hash <> OLD.hash OR NEW.entries <> OLD.entries OR NEW.station_id <> OLD.station_id OR NEW.public_key <> OLD.public_key
      BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
    CREATE TRIGGER audit_checkpoint_kept BEFORE DELETE ON audit_checkpoint
      BEGIN SELECT RAISE(ABORT, 'the audit log is never shortened'); END;
  `,
} as const;
