/** Every content a campaign ever had, the letters sent to candidates, and the slips that hand files over to case managers. */
export const lettersAndSlips = {
  number: 60,
  sql: `
    CREATE TABLE campaign_import (
      id TEXT PRIMARY KEY,
      campaign_id TEXT NOT NULL,
      content TEXT NOT NULL,
      imported_at_ms INTEGER NOT NULL,
      imported_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX campaign_import_campaign ON campaign_import (campaign_id, imported_at_ms);
    INSERT INTO campaign_import (id, campaign_id, content, imported_at_ms, imported_by)
      SELECT 'before-60-' || id, id, content, imported_at_ms, imported_by FROM campaign;

    CREATE TABLE letter (
      id TEXT PRIMARY KEY,
      registration_id TEXT NOT NULL REFERENCES registration (id) ON DELETE CASCADE,
      rank INTEGER NOT NULL,
      kind TEXT NOT NULL,
      version INTEGER NOT NULL,
      file_id TEXT NOT NULL REFERENCES stored_file (id),
      issued_at_ms INTEGER NOT NULL,
      issued_by TEXT NOT NULL,
      UNIQUE (registration_id, rank)
    ) STRICT;

    CREATE TABLE letter_batch (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      letter_count INTEGER NOT NULL,
      file_id TEXT NOT NULL REFERENCES stored_file (id),
      issued_at_ms INTEGER NOT NULL,
      issued_by TEXT NOT NULL
    ) STRICT;

    CREATE TABLE transmittal_slip (
      id TEXT PRIMARY KEY,
      rank INTEGER NOT NULL UNIQUE,
      slip_number TEXT NOT NULL UNIQUE,
      campaign_id TEXT NOT NULL,
      portfolio_id TEXT NOT NULL,
      portfolio_title TEXT NOT NULL,
      entry_count INTEGER NOT NULL,
      file_id TEXT NOT NULL REFERENCES stored_file (id),
      issued_at_ms INTEGER NOT NULL,
      issued_by TEXT NOT NULL
    ) STRICT;

    CREATE TABLE transmittal_slip_entry (
      registration_id TEXT NOT NULL REFERENCES registration (id) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      slip_id TEXT NOT NULL REFERENCES transmittal_slip (id),
      PRIMARY KEY (registration_id, version)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX transmittal_slip_entry_slip ON transmittal_slip_entry (slip_id);
  `,
} as const;
