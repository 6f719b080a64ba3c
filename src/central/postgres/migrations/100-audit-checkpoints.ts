/**
 * Where each station's audit log stood, as the station signed it, and what contradicts it. Only ever added to: the centre vouches for a
 * log that whoever holds the station could cut or write anew.
 */
export const auditCheckpoints = {
  number: 100,
  sql: `
    CREATE TABLE audit_checkpoint (
      station_id uuid NOT NULL REFERENCES station,
      entries bigint NOT NULL,
      hash text NOT NULL,
      at_ms bigint NOT NULL,
      canonical text NOT NULL,
      signature text NOT NULL,
      received_ms bigint NOT NULL,
      PRIMARY KEY (station_id, entries)
    );

    CREATE TABLE audit_contradiction (
      sha256 text PRIMARY KEY,
      station_id uuid NOT NULL REFERENCES station,
      entries bigint NOT NULL,
      canonical text NOT NULL,
      signature text NOT NULL,
      received_ms bigint NOT NULL
    );

    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'what vouches for an audit log is never changed'; END $$;
    CREATE TRIGGER audit_checkpoint_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER audit_contradiction_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_contradiction
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `,
} as const;
