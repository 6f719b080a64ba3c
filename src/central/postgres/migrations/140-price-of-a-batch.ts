/**
 * A foreign key is checked row by row: a quarter of the insertion of a batch, whose rows all have one station, locked by the very transaction,
 * and one receipt, written just before. What the keys also said, that neither ever goes, is said of them instead.
 * A receipt is hashes, which do not shrink: trying took two thirds of its insertion.
 */
export const priceOfABatch = {
  number: 140,
  sql: `
    -- In the order of whoever receives a batch meanwhile, at another instance.
    LOCK TABLE station, receipt, op IN ACCESS EXCLUSIVE MODE;
    ALTER TABLE op DROP CONSTRAINT op_station_id_fkey, DROP CONSTRAINT op_receipt_id_fkey;
    CREATE FUNCTION refuse_removal() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'ops refer to it: % is only ever added to', TG_TABLE_NAME; END $$;
    CREATE TRIGGER station_kept BEFORE DELETE OR TRUNCATE ON station
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();
    CREATE TRIGGER receipt_kept BEFORE DELETE OR TRUNCATE ON receipt
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();

    ALTER TABLE receipt ALTER COLUMN signed SET STORAGE EXTERNAL;
  `,
} as const;
