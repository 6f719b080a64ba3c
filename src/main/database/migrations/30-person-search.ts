/**
 * What finds a person again: words of the names (a full-text index, and the dictionary that mistyped words are compared with),
 * the ministry's old number, the telephone. Triggers keep them in step, whoever writes a registration.
 */
export const personSearch = {
  number: 30,
  sql: `
    ALTER TABLE draft ADD COLUMN candidate TEXT;
    ALTER TABLE registration ADD COLUMN ministry_number TEXT NOT NULL DEFAULT '';
    ALTER TABLE registration ADD COLUMN phone TEXT NOT NULL DEFAULT '';

    UPDATE registration SET
      ministry_number = upper(replace(coalesce((
        SELECT json_extract(v.answers, '$.identification.ministryNumber') FROM registration_version v
        WHERE v.registration_id = registration.id AND v.version = registration.version), ''), ' ', '')),
      phone = replace(replace(replace(coalesce((
        SELECT json_extract(v.answers, '$.identification.phone') FROM registration_version v
        WHERE v.registration_id = registration.id AND v.version = registration.version), ''), ' ', ''), '.', ''), '-', '');
    UPDATE registration SET phone = '+33' || substr(phone, 2) WHERE phone GLOB '0[1-9][0-9]*' AND length(phone) = 10;
    UPDATE registration SET search_name = replace(replace(replace(replace(replace(replace(search_name,
      'ø', 'o'), 'ł', 'l'), 'đ', 'd'), 'ð', 'd'), 'þ', 'th'), 'ı', 'i');
    UPDATE candidate SET identity_key = replace(replace(replace(replace(replace(replace(identity_key,
      'ø', 'o'), 'ł', 'l'), 'đ', 'd'), 'ð', 'd'), 'þ', 'th'), 'ı', 'i');

    CREATE INDEX registration_ministry_number ON registration (ministry_number) WHERE ministry_number <> '';
    CREATE INDEX registration_phone ON registration (phone) WHERE phone <> '';

    CREATE TABLE name_entry (
      id INTEGER PRIMARY KEY,
      registration_id TEXT NOT NULL UNIQUE REFERENCES registration (id) ON DELETE CASCADE
    ) STRICT;
    CREATE TABLE name_word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE name_index USING fts5 (
      names, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = 'ascii'
    );

    INSERT INTO name_entry (registration_id) SELECT id FROM registration ORDER BY created_at_ms, id;
    INSERT INTO name_index (rowid, names)
      SELECT e.id, r.search_name FROM name_entry e JOIN registration r ON r.id = e.registration_id;
    INSERT OR IGNORE INTO name_word
      SELECT w.value FROM registration, json_each('["' || replace(search_name, ' ', '","') || '"]') w WHERE w.value <> '';

    CREATE TRIGGER registration_name_added AFTER INSERT ON registration BEGIN
      INSERT INTO name_entry (registration_id) VALUES (new.id);
      INSERT INTO name_index (rowid, names) SELECT id, new.search_name FROM name_entry WHERE registration_id = new.id;
      INSERT OR IGNORE INTO name_word
        SELECT value FROM json_each('["' || replace(new.search_name, ' ', '","') || '"]') WHERE value <> '';
    END;
    CREATE TRIGGER registration_name_changed AFTER UPDATE OF search_name ON registration
    WHEN new.search_name <> old.search_name BEGIN
      UPDATE name_index SET names = new.search_name
        WHERE rowid = (SELECT id FROM name_entry WHERE registration_id = new.id);
      INSERT OR IGNORE INTO name_word
        SELECT value FROM json_each('["' || replace(new.search_name, ' ', '","') || '"]') WHERE value <> '';
    END;
    CREATE TRIGGER name_entry_removed AFTER DELETE ON name_entry BEGIN
      DELETE FROM name_index WHERE rowid = old.id;
    END;
  `,
} as const;
