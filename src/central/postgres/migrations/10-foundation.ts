/**
 * Stations and their blocks of numbers, what they sent (append-only) and what it adds up to. Ops and answers are text, not
 * jsonb: they are hashed and signed byte by byte.
 */
export const foundation = {
  number: 10,
  sql: `
    CREATE TABLE server_key (
      key_id text PRIMARY KEY,
      private_key text NOT NULL,
      public_key text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE server_epoch (
      ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      epoch uuid NOT NULL UNIQUE,
      training boolean,
      reason text NOT NULL,
      started_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE station (
      station_id uuid PRIMARY KEY,
      public_key text NOT NULL UNIQUE,
      name text NOT NULL,
      office text NOT NULL,
      academy_code text NOT NULL,
      head_seq bigint NOT NULL DEFAULT 0,
      head_hash text,
      suspended_for text,
      enrolled_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE station_block (
      block text PRIMARY KEY CHECK (block ~ '^[0-9]{4}$'),
      station_id uuid NOT NULL REFERENCES station,
      granted_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX station_block_station ON station_block (station_id);

    CREATE TABLE contested_block (
      block text NOT NULL,
      station_id uuid NOT NULL REFERENCES station,
      PRIMARY KEY (station_id, block)
    );

    CREATE SEQUENCE granted_block MINVALUE 1 MAXVALUE 4999 NO CYCLE;

    CREATE TABLE enrolment_code (
      code_hash text PRIMARY KEY,
      label text NOT NULL,
      expires_at timestamptz NOT NULL,
      used_by uuid,
      used_at timestamptz
    );

    CREATE TABLE receipt (
      receipt_id uuid PRIMARY KEY,
      signed text NOT NULL
    );

    CREATE TABLE op (
      server_seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      op_id uuid NOT NULL UNIQUE,
      station_id uuid NOT NULL REFERENCES station,
      station_seq bigint NOT NULL,
      previous_hash text NOT NULL,
      record_id uuid NOT NULL,
      registration_number text NOT NULL,
      kind text NOT NULL,
      version integer NOT NULL,
      canonical text NOT NULL,
      sha256 text NOT NULL,
      signature text NOT NULL,
      verdict text NOT NULL,
      reason text,
      receipt_id uuid NOT NULL REFERENCES receipt,
      received_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (station_id, station_seq)
    );
    CREATE INDEX op_record ON op (record_id);
    CREATE INDEX op_held_station ON op (station_id, station_seq) WHERE verdict = 'held_missing_parent';
    CREATE INDEX op_held_record ON op (record_id) WHERE verdict = 'held_missing_parent';

    CREATE FUNCTION keep_op() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND OLD.verdict = 'held_missing_parent'
        AND (OLD.op_id, OLD.station_id, OLD.station_seq, OLD.canonical, OLD.sha256, OLD.signature, OLD.receipt_id)
          = (NEW.op_id, NEW.station_id, NEW.station_seq, NEW.canonical, NEW.sha256, NEW.signature, NEW.receipt_id)
      THEN RETURN NEW;
      END IF;
      RAISE EXCEPTION 'op is append-only';
    END $$;
    CREATE TRIGGER op_append_only BEFORE UPDATE OR DELETE ON op FOR EACH ROW EXECUTE FUNCTION keep_op();

    CREATE TABLE registration (
      record_id uuid PRIMARY KEY,
      registration_number text NOT NULL UNIQUE,
      candidate_number text NOT NULL,
      version integer NOT NULL,
      cancelled boolean NOT NULL,
      answers text NOT NULL,
      answers_sha256 text NOT NULL,
      last_op_id uuid NOT NULL,
      updated_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE quarantine (
      sha256 text PRIMARY KEY,
      station_id uuid NOT NULL REFERENCES station,
      op_id uuid NOT NULL,
      station_seq bigint NOT NULL,
      canonical text NOT NULL,
      signature text NOT NULL,
      reason text NOT NULL,
      received_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE blob_reference (
      op_id uuid NOT NULL,
      sha256 text NOT NULL,
      record_id uuid NOT NULL,
      version integer NOT NULL,
      size bigint NOT NULL,
      media_type text NOT NULL,
      pages integer NOT NULL,
      PRIMARY KEY (op_id, sha256)
    );
    CREATE INDEX blob_reference_sha256 ON blob_reference (sha256);

    CREATE TABLE upload (
      upload_id text PRIMARY KEY,
      size bigint NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE blob (
      sha256 text PRIMARY KEY,
      size bigint NOT NULL,
      receipt_id uuid NOT NULL REFERENCES receipt,
      stored_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE security_event (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at timestamptz NOT NULL DEFAULT now(),
      station_id uuid,
      code text NOT NULL,
      op_sha256 text
    );
  `,
} as const;
