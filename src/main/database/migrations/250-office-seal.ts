/**
 * The electronic seal of the office: its private key, under the health key as what only those who serve candidates may use, and its
 * certificates, its own first.
 */
export const officeSeal = {
  number: 250,
  sql: `
    CREATE TABLE office_seal (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      private_key BLOB NOT NULL,
      installed_by TEXT NOT NULL,
      installed_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE office_seal_certificate (
      rank INTEGER PRIMARY KEY,
      certificate BLOB NOT NULL
    ) STRICT;
  `,
} as const;
