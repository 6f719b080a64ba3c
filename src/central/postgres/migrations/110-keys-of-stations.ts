/** How a station's new signing key was introduced by the one it replaced, with both signatures, and in which order. */
export const keysOfStations = {
  number: 110,
  sql: `
    ALTER TABLE former_station_key
      ADD COLUMN statement text,
      ADD COLUMN ordinal bigint GENERATED ALWAYS AS IDENTITY;
  `,
} as const;
