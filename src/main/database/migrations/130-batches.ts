/**
 * Batches carried on a key: sealed once, written as often as asked, and who the centre reads them as. A batch names ops and files by
 * identity and hash only, and lets go of none: they leave by the line too.
 */
export const batches = {
  number: 130,
  sql: `
    ALTER TABLE central_server ADD COLUMN batch_recipients TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE central_server ADD COLUMN former_epochs TEXT NOT NULL DEFAULT '[]';

    CREATE TABLE batch (
      id TEXT PRIMARY KEY,
      agent TEXT NOT NULL,
      sealed_at_ms INTEGER NOT NULL,
      settled_at_ms INTEGER
    ) STRICT;
    CREATE INDEX batch_live ON batch (sealed_at_ms) WHERE settled_at_ms IS NULL;

    CREATE TABLE batch_volume (
      batch_id TEXT NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      manifest TEXT NOT NULL,
      signature BLOB NOT NULL,
      file_name TEXT,
      file_sha256 TEXT,
      file_size INTEGER,
      written_at_ms INTEGER,
      code_seen_at_ms INTEGER,
      PRIMARY KEY (batch_id, number)
    ) STRICT;

    CREATE TABLE batch_op (
      batch_id TEXT NOT NULL,
      volume INTEGER NOT NULL,
      station_seq INTEGER NOT NULL,
      PRIMARY KEY (batch_id, volume, station_seq),
      FOREIGN KEY (batch_id, volume) REFERENCES batch_volume (batch_id, number) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX batch_op_seq ON batch_op (station_seq);

    CREATE TABLE batch_blob (
      batch_id TEXT NOT NULL,
      volume INTEGER NOT NULL,
      place INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      PRIMARY KEY (batch_id, volume, place),
      FOREIGN KEY (batch_id, volume) REFERENCES batch_volume (batch_id, number) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX batch_blob_sha256 ON batch_blob (sha256);

    CREATE TABLE refused_receipt (
      id INTEGER PRIMARY KEY,
      at_ms INTEGER NOT NULL,
      agent TEXT NOT NULL,
      file_sha256 TEXT NOT NULL,
      reason TEXT NOT NULL
    ) STRICT;
  `,
} as const;
