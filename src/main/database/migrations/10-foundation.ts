/** Station, clerks' view of people and registrations, sheets, returns, and what waits for the centre. */
export const foundation = {
  number: 10,
  sql: `
    CREATE TABLE station (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      station_id TEXT NOT NULL,
      name TEXT NOT NULL,
      office TEXT NOT NULL,
      academy_code TEXT NOT NULL,
      training INTEGER NOT NULL,
      block TEXT NOT NULL,
      next_registration INTEGER NOT NULL DEFAULT 1,
      next_candidate INTEGER NOT NULL DEFAULT 1,
      next_station_seq INTEGER NOT NULL DEFAULT 1,
      last_op_hash TEXT NOT NULL,
      signing_key BLOB NOT NULL,
      signing_public_key BLOB NOT NULL,
      sheet_key BLOB NOT NULL,
      prints_in_colour INTEGER NOT NULL DEFAULT 1,
      created_at_ms INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE agent (
      id TEXT PRIMARY KEY,
      login TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      role TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE campaign (
      id TEXT PRIMARY KEY,
      content TEXT NOT NULL,
      imported_at_ms INTEGER NOT NULL,
      imported_by TEXT NOT NULL
    ) STRICT;

    CREATE TABLE draft (
      id TEXT PRIMARY KEY,
      answers TEXT NOT NULL,
      step INTEGER NOT NULL,
      label TEXT NOT NULL,
      registration_number TEXT,
      base_version INTEGER,
      agent_id TEXT NOT NULL,
      saved_at_ms INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE candidate (
      id TEXT PRIMARY KEY,
      candidate_number TEXT NOT NULL UNIQUE,
      identity_key TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX candidate_identity ON candidate (identity_key);

    CREATE TABLE registration (
      id TEXT PRIMARY KEY,
      registration_number TEXT NOT NULL UNIQUE,
      candidate_id TEXT NOT NULL REFERENCES candidate (id),
      campaign_id TEXT NOT NULL,
      exam TEXT NOT NULL,
      exam_year INTEGER NOT NULL,
      specialty_code TEXT NOT NULL,
      status TEXT NOT NULL,
      version INTEGER NOT NULL,
      birth_name TEXT NOT NULL,
      given_names TEXT NOT NULL,
      birth_date TEXT NOT NULL,
      search_name TEXT NOT NULL,
      email TEXT NOT NULL,
      last_op_id TEXT,
      created_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX registration_candidate ON registration (candidate_id, exam_year, exam);
    CREATE INDEX registration_search_name ON registration (search_name);
    CREATE INDEX registration_birth_date ON registration (birth_date);
    CREATE INDEX registration_email ON registration (email);
    CREATE INDEX registration_created ON registration (created_at_ms);

    CREATE TABLE registration_version (
      registration_id TEXT NOT NULL REFERENCES registration (id),
      version INTEGER NOT NULL,
      answers TEXT NOT NULL,
      changes TEXT NOT NULL,
      reason TEXT NOT NULL,
      agent TEXT NOT NULL,
      saved_at_ms INTEGER NOT NULL,
      PRIMARY KEY (registration_id, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE stored_file (
      id TEXT PRIMARY KEY,
      sha256 TEXT NOT NULL,
      size INTEGER NOT NULL,
      media_type TEXT NOT NULL,
      data_key BLOB NOT NULL,
      stored_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX stored_file_sha256 ON stored_file (sha256);

    CREATE TABLE confirmation (
      registration_id TEXT NOT NULL REFERENCES registration (id),
      version INTEGER NOT NULL,
      layout TEXT NOT NULL,
      file_id TEXT NOT NULL REFERENCES stored_file (id),
      issued_at_ms INTEGER NOT NULL,
      issued_by TEXT NOT NULL,
      PRIMARY KEY (registration_id, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE returned_page (
      id TEXT PRIMARY KEY,
      stack_id TEXT NOT NULL,
      rank INTEGER NOT NULL,
      reading TEXT NOT NULL,
      registration_id TEXT REFERENCES registration (id),
      version INTEGER,
      sheet_page INTEGER,
      source_file_id TEXT NOT NULL REFERENCES stored_file (id),
      image_file_id TEXT REFERENCES stored_file (id),
      image_facts TEXT,
      decision TEXT NOT NULL,
      decision_reason TEXT,
      decided_by TEXT,
      decided_at_ms INTEGER,
      read_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX returned_page_stack ON returned_page (stack_id);
    CREATE INDEX returned_page_decision ON returned_page (decision, rank);
    CREATE INDEX returned_page_sheet ON returned_page (registration_id, version, sheet_page);

    CREATE TABLE outbox_op (
      op_id TEXT PRIMARY KEY,
      station_seq INTEGER NOT NULL UNIQUE,
      record_id TEXT NOT NULL,
      registration_number TEXT NOT NULL,
      kind TEXT NOT NULL,
      canonical TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      signature BLOB NOT NULL,
      captured_at_ms INTEGER NOT NULL,
      state TEXT NOT NULL,
      batch_id TEXT,
      verdict TEXT,
      reason TEXT
    ) STRICT;
    CREATE INDEX outbox_op_state ON outbox_op (state, station_seq);
    CREATE INDEX outbox_op_record ON outbox_op (record_id, station_seq);

    CREATE TABLE outbox_blob (
      sha256 TEXT PRIMARY KEY,
      file_id TEXT NOT NULL REFERENCES stored_file (id),
      size INTEGER NOT NULL,
      media_type TEXT NOT NULL,
      state TEXT NOT NULL,
      reason TEXT
    ) STRICT;
    CREATE INDEX outbox_blob_state ON outbox_blob (state);

    CREATE TABLE central_server (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      url TEXT NOT NULL,
      key_id TEXT NOT NULL,
      public_key BLOB NOT NULL,
      epoch TEXT NOT NULL,
      enrolled_at_ms INTEGER NOT NULL,
      last_success_ms INTEGER,
      last_error TEXT
    ) STRICT;

    CREATE TABLE receipt (
      id TEXT PRIMARY KEY,
      subject TEXT NOT NULL,
      content TEXT NOT NULL,
      signature BLOB NOT NULL,
      received_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX receipt_subject ON receipt (subject);
  `,
} as const;
