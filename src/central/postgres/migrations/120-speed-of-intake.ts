/**
 * The e-mail of a file in a column of its own: taken out of the answers by an expression, it was computed at each writing, and one longer
 * than an index may hold refused a whole batch. An op is kept as it comes: the server spent its time on making one kilobyte of two.
 */
export const speedOfIntake = {
  number: 120,
  sql: `
    ALTER TABLE registration ADD COLUMN email_key text;
    UPDATE registration SET email_key = lower(substring(answers from '"identification\\.email":"([^"\\\\]{1,254})"'));
    DROP INDEX registration_email;
    CREATE INDEX registration_email_key ON registration (email_key);

    ALTER TABLE op SET (toast_tuple_target = 8160);
  `,
} as const;
