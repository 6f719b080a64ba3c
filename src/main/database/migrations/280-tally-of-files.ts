/**
 * How many files are alike in what the figures, the totals of the list and the queues of the slips are drawn from. Counted as each is
 * written: counted when somebody looks, hundreds of thousands of files took a third of a second, and nobody else was served meanwhile. The
 * few that a litigation holds are found without reading all others.
 */
export const tallyOfFiles = {
  number: 280,
  sql: `
    CREATE TABLE registration_tally (
      campaign_id TEXT NOT NULL,
      exam TEXT NOT NULL,
      specialty_code TEXT NOT NULL,
      status TEXT NOT NULL,
      created_by TEXT NOT NULL,
      counter_reason TEXT NOT NULL,
      files INTEGER NOT NULL,
      PRIMARY KEY (campaign_id, exam, specialty_code, status, created_by, counter_reason)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO registration_tally
      SELECT campaign_id, exam, specialty_code, status, created_by, counter_reason, count(*) FROM registration GROUP BY 1, 2, 3, 4, 5, 6;

    CREATE INDEX registration_held ON registration (exam_year, search_name) WHERE hold_reason IS NOT NULL;

    CREATE TRIGGER registration_counted AFTER INSERT ON registration BEGIN
      INSERT INTO registration_tally
        VALUES (new.campaign_id, new.exam, new.specialty_code, new.status, new.created_by, new.counter_reason, 1)
        ON CONFLICT DO UPDATE SET files = files + 1;
    END;
    CREATE TRIGGER registration_uncounted AFTER DELETE ON registration BEGIN
      UPDATE registration_tally SET files = files - 1
        WHERE (campaign_id, exam, specialty_code, status, created_by, counter_reason)
          = (old.campaign_id, old.exam, old.specialty_code, old.status, old.created_by, old.counter_reason);
      DELETE FROM registration_tally WHERE files = 0;
    END;
    CREATE TRIGGER registration_recounted
      AFTER UPDATE OF campaign_id, exam, specialty_code, status, created_by, counter_reason ON registration
      WHEN (old.campaign_id, old.exam, old.specialty_code, old.status, old.created_by, old.counter_reason)
        <> (new.campaign_id, new.exam, new.specialty_code, new.status, new.created_by, new.counter_reason)
    BEGIN
      UPDATE registration_tally SET files = files - 1
        WHERE (campaign_id, exam, specialty_code, status, created_by, counter_reason)
          = (old.campaign_id, old.exam, old.specialty_code, old.status, old.created_by, old.counter_reason);
      DELETE FROM registration_tally WHERE files = 0;
      INSERT INTO registration_tally
        VALUES (new.campaign_id, new.exam, new.specialty_code, new.status, new.created_by, new.counter_reason, 1)
        ON CONFLICT DO UPDATE SET files = files + 1;
    END;
  `,
} as const;
