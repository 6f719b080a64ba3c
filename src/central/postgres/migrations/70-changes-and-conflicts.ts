/**
 * What was applied to each registration, in the order other counters may read it, and the proposals that wait for a person.
 * `tx` comes before `change_seq`: a number drawn early may be committed late, and a reader who went by numbers alone would step
 * over it.
 */
export const changesAndConflicts = {
  number: 70,
  sql: `
    ALTER TABLE registration ADD COLUMN academy_code text;
    UPDATE registration r SET academy_code = s.academy_code FROM op o JOIN station s USING (station_id)
      WHERE o.record_id = r.record_id AND o.kind = 'create' AND o.verdict = 'accepted';

    CREATE TABLE change (
      change_seq bigint GENERATED ALWAYS AS IDENTITY,
      tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
      op_id uuid NOT NULL,
      station_id uuid NOT NULL,
      record_id uuid NOT NULL,
      academy_code text NOT NULL,
      verdict text NOT NULL,
      result_version integer NOT NULL,
      PRIMARY KEY (academy_code, tx, change_seq)
    );
    CREATE INDEX change_record ON change (record_id);
    INSERT INTO change (op_id, station_id, record_id, academy_code, verdict, result_version)
      SELECT o.op_id, o.station_id, o.record_id, r.academy_code, o.verdict, o.version
      FROM op o JOIN registration r USING (record_id)
      WHERE o.verdict = 'accepted' AND r.academy_code IS NOT NULL ORDER BY o.server_seq;

    CREATE TABLE conflict (
      op_id uuid PRIMARY KEY,
      record_id uuid NOT NULL,
      reason text NOT NULL,
      paths text NOT NULL,
      at_version integer NOT NULL,
      opened_ms bigint NOT NULL DEFAULT extract(epoch FROM now()) * 1000,
      decided_by_op uuid,
      decided_ms bigint
    );
    CREATE INDEX conflict_open ON conflict (record_id) WHERE decided_by_op IS NULL;

    CREATE TABLE office_station (
      station_id uuid PRIMARY KEY REFERENCES station,
      private_key text NOT NULL
    );
  `,
} as const;
