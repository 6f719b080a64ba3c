/**
 * A stack of returned pages is a thing: read at a moment, by a clerk. What a queue and its counts need of a reading stands beside it in
 * columns, so that two hundred readings are not parsed to show a list. A page may be handed to a second person with a question, and
 * remembers the version that accepting it made.
 */
export const stacksOfReturns = {
  number: 110,
  sql: `
    CREATE TABLE return_stack (
      id TEXT PRIMARY KEY,
      read_at_ms INTEGER NOT NULL,
      read_by TEXT
    ) STRICT;
    INSERT INTO return_stack (id, read_at_ms) SELECT stack_id, min(read_at_ms) FROM returned_page GROUP BY stack_id;

    ALTER TABLE returned_page ADD COLUMN file TEXT NOT NULL DEFAULT '';
    ALTER TABLE returned_page ADD COLUMN file_page INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE returned_page ADD COLUMN status TEXT NOT NULL DEFAULT 'unreadable';
    ALTER TABLE returned_page ADD COLUMN registration_number TEXT;
    ALTER TABLE returned_page ADD COLUMN sheet_pages INTEGER;
    ALTER TABLE returned_page ADD COLUMN signature TEXT;
    ALTER TABLE returned_page ADD COLUMN dated TEXT;
    ALTER TABLE returned_page ADD COLUMN needs_review INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE returned_page ADD COLUMN mark_count INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE returned_page ADD COLUMN red_marks INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE returned_page ADD COLUMN unattached_marks INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE returned_page ADD COLUMN made_version INTEGER;
    ALTER TABLE returned_page ADD COLUMN question TEXT;
    ALTER TABLE returned_page ADD COLUMN asked_by TEXT;
    ALTER TABLE returned_page ADD COLUMN asked_at_ms INTEGER;
    ALTER TABLE returned_page ADD COLUMN answer TEXT;
    UPDATE returned_page SET
      file = coalesce(json_extract(reading, '$.file'), ''),
      file_page = coalesce(json_extract(reading, '$.page'), 1),
      status = coalesce(json_extract(reading, '$.status'), 'unreadable'),
      registration_number = json_extract(reading, '$.registrationNumber'),
      sheet_pages = json_extract(reading, '$.sheetPages'),
      signature = json_extract(reading, '$.signature.state'),
      dated = json_extract(reading, '$.date.state'),
      needs_review = coalesce(json_extract(reading, '$.needsReview'), 1),
      mark_count = coalesce(json_array_length(reading, '$.marks'), 0),
      red_marks = (SELECT count(*) FROM json_each(reading, '$.marks') WHERE json_extract(value, '$.ink') = 'red'),
      unattached_marks = (SELECT count(*) FROM json_each(reading, '$.marks') WHERE json_array_length(value, '$.fields') = 0);

    DROP INDEX returned_page_stack;
    CREATE INDEX returned_page_stack_decision ON returned_page (stack_id, decision);
    CREATE INDEX returned_page_asked ON returned_page (asked_at_ms) WHERE decision = 'asked';
  `,
} as const;
