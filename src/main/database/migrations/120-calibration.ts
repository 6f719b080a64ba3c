/** Bounds of inks measured on the station's own pens and scanner. Never overwritten: the last row counts, null is the program's own. */
export const calibration = {
  number: 120,
  sql: `
    CREATE TABLE ink_profile (
      id TEXT PRIMARY KEY,
      bounds TEXT,
      pens TEXT NOT NULL,
      agent TEXT NOT NULL,
      at_ms INTEGER NOT NULL
    ) STRICT;
  `,
} as const;
