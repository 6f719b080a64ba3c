/** Official lists that a station laid over those of the program: one row for each entry, one for each file. */
export const referenceLists = {
  number: 40,
  sql: `
    CREATE TABLE reference_entry (
      kind TEXT NOT NULL,
      code TEXT NOT NULL,
      content TEXT NOT NULL,
      PRIMARY KEY (kind, code)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE reference_import (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      file_name TEXT NOT NULL,
      imported_at_ms INTEGER NOT NULL,
      imported_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX reference_import_kind ON reference_import (kind, imported_at_ms);
  `,
} as const;
