/**
 * What lists and figures are drawn from (one index for each way of asking), the clerks' saved views, and what retention leaves
 * behind it for ever: its settings one after the other, and the reports of what was destroyed. Columns that name a file are
 * indexed, so that a file is destroyed without looking through every page.
 */
export const listsAndRetention = {
  number: 70,
  sql: `
    ALTER TABLE registration ADD COLUMN counter_reason TEXT NOT NULL DEFAULT '';
    UPDATE registration SET counter_reason = coalesce((
      SELECT json_extract(v.answers, '$.candidature.counterReason') FROM registration_version v
      WHERE v.registration_id = registration.id AND v.version = registration.version), '');
    CREATE TRIGGER registration_reason_kept AFTER INSERT ON registration_version BEGIN
      UPDATE registration SET counter_reason = coalesce(json_extract(new.answers, '$.candidature.counterReason'), '')
        WHERE id = new.registration_id;
    END;

    CREATE INDEX registration_list ON registration (
      campaign_id, exam, status, specialty_code, category, created_by, counter_reason, locked, created_at_ms, search_name, id
    );
    CREATE INDEX registration_by_clerk ON registration (created_by, exam, status, search_name, campaign_id);
    CREATE INDEX registration_by_specialty ON registration (specialty_code, exam, status, search_name, campaign_id);
    CREATE INDEX registration_by_status ON registration (status, exam, search_name, campaign_id);
    CREATE INDEX registration_by_reason ON registration (counter_reason);
    CREATE INDEX registration_by_session ON registration (exam_year);
    CREATE INDEX outbox_op_sync ON outbox_op (state, record_id);
    CREATE INDEX confirmation_return_modality ON confirmation_return (modality, registration_id);

    CREATE INDEX confirmation_file ON confirmation (file_id);
    CREATE INDEX returned_page_source ON returned_page (source_file_id);
    CREATE INDEX returned_page_image ON returned_page (image_file_id);
    CREATE INDEX outbox_blob_file ON outbox_blob (file_id);
    CREATE INDEX letter_file ON letter (file_id);
    CREATE INDEX confirmation_return_page ON confirmation_return (page_id);

    CREATE TABLE list_view (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      owner TEXT NOT NULL,
      shared INTEGER NOT NULL,
      content TEXT NOT NULL,
      saved_at_ms INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE retention_setting (
      id TEXT PRIMARY KEY,
      active_years INTEGER NOT NULL,
      intermediate_years INTEGER NOT NULL,
      session_end TEXT NOT NULL,
      agent TEXT NOT NULL,
      at_ms INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE purge_report (
      id TEXT PRIMARY KEY,
      visa_reference TEXT NOT NULL,
      visa_on TEXT NOT NULL,
      digest TEXT NOT NULL,
      agent TEXT NOT NULL,
      started_at_ms INTEGER NOT NULL,
      ended_at_ms INTEGER,
      counts TEXT NOT NULL
    ) STRICT;
  `,
} as const;
