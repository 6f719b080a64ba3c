/**
 * What was sent to a printer and how it ended. `file_id` is no reference: a print must not keep alive a file that the rules of
 * conservation destroy; without its file it can only be looked at. None for the test page.
 */
export const prints = {
  number: 230,
  sql: `
    CREATE TABLE print (
      id TEXT PRIMARY KEY,
      registration_id TEXT REFERENCES registration (id) ON DELETE CASCADE,
      file_id TEXT,
      title TEXT NOT NULL,
      printer TEXT,
      job TEXT,
      state TEXT NOT NULL CHECK (state IN ('sending', 'waiting', 'printing', 'blocked', 'printed', 'cancelled', 'failed', 'unknown')),
      troubles TEXT NOT NULL DEFAULT '[]',
      words TEXT NOT NULL DEFAULT '',
      sent_at_ms INTEGER NOT NULL,
      sent_by TEXT NOT NULL,
      is_dismissed INTEGER NOT NULL DEFAULT 0 CHECK (is_dismissed IN (0, 1))
    ) STRICT;
    CREATE INDEX print_registration ON print (registration_id) WHERE registration_id IS NOT NULL;
    CREATE INDEX print_unfinished ON print (id) WHERE state IN ('sending', 'waiting', 'printing', 'blocked');
  `,
} as const;
