/** What happens to a registration beside its answers: its end, its lock, who took it, and the history of its file. */
export const fileLife = {
  number: 20,
  sql: `
    ALTER TABLE registration ADD COLUMN usage_name TEXT NOT NULL DEFAULT '';
    ALTER TABLE registration ADD COLUMN category TEXT NOT NULL DEFAULT '';
    ALTER TABLE registration ADD COLUMN created_by TEXT NOT NULL DEFAULT '';
    ALTER TABLE registration ADD COLUMN status_reason TEXT;
    ALTER TABLE registration ADD COLUMN status_changed_at_ms INTEGER;
    ALTER TABLE registration ADD COLUMN locked INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE registration ADD COLUMN hold_reason TEXT;

    UPDATE registration SET
      category = (SELECT json_extract(v.answers, '$.candidature.category') FROM registration_version v
                  WHERE v.registration_id = registration.id AND v.version = registration.version),
      usage_name = (SELECT coalesce(json_extract(v.answers, '$.identification.usageName'), '') FROM registration_version v
                    WHERE v.registration_id = registration.id AND v.version = registration.version),
      created_by = (SELECT v.agent FROM registration_version v WHERE v.registration_id = registration.id AND v.version = 1);

    CREATE INDEX registration_campaign ON registration (campaign_id, exam, status);

    CREATE TABLE registration_event (
      id TEXT PRIMARY KEY,
      registration_id TEXT NOT NULL REFERENCES registration (id),
      kind TEXT NOT NULL,
      detail TEXT NOT NULL,
      agent TEXT NOT NULL,
      at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX registration_event_registration ON registration_event (registration_id, at_ms, id);
    CREATE INDEX registration_event_kind ON registration_event (kind, at_ms);
  `,
} as const;
