/** What a person controlled of each file: its pieces, and the signed confirmations that came back. */
export const piecesAndMail = {
  number: 50,
  sql: `
    CREATE TABLE piece_state (
      registration_id TEXT NOT NULL REFERENCES registration (id),
      piece_id TEXT NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      agent TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      PRIMARY KEY (registration_id, piece_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX piece_state_waiting ON piece_state (state, at_ms) WHERE state IN ('deposited', 'rejected');

    CREATE TABLE confirmation_return (
      id TEXT PRIMARY KEY,
      registration_id TEXT NOT NULL REFERENCES registration (id),
      version INTEGER NOT NULL,
      modality TEXT NOT NULL,
      postmarked_on TEXT,
      received_on TEXT NOT NULL,
      signed INTEGER NOT NULL,
      dated INTEGER NOT NULL,
      verdict TEXT NOT NULL,
      ground TEXT NOT NULL,
      deadline TEXT,
      unforeseen_modality INTEGER NOT NULL,
      page_id TEXT REFERENCES returned_page (id),
      admitted_reason TEXT,
      agent TEXT NOT NULL,
      recorded_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX confirmation_return_registration ON confirmation_return (registration_id, version);
    CREATE INDEX confirmation_return_late ON confirmation_return (registration_id) WHERE verdict = 'late';

    CREATE INDEX registration_specialty ON registration (campaign_id, specialty_code, status);

    INSERT INTO confirmation_return (id, registration_id, version, modality, received_on, signed, dated, verdict, ground,
      unforeseen_modality, page_id, agent, recorded_at_ms)
    SELECT 'before-50-' || r.id, r.id, r.version, 'counter', date(p.decided_at_ms / 1000, 'unixepoch'), 1, 1, 'unknown', 'noDeadline',
      0, p.id, p.decided_by, p.decided_at_ms
    FROM registration r JOIN returned_page p ON p.id = (
      SELECT q.id FROM returned_page q WHERE q.registration_id = r.id AND q.decision = 'accepted' ORDER BY q.decided_at_ms DESC LIMIT 1)
    WHERE r.status = 'returned';
  `,
} as const;
