/** Where the chain of the identity that replaced another begins: told to the centre until something of it has come. */
export const startOfAChain = {
  number: 260,
  sql: `
    ALTER TABLE former_identity ADD COLUMN next_seq INTEGER;
    ALTER TABLE former_identity ADD COLUMN previous_hash TEXT;
  `,
} as const;
