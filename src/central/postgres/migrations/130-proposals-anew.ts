/** Ops that said a waiting proposal again, signed by a station attached again: `proposal` is the one that a person decides. */
export const proposalsAnew = {
  number: 130,
  sql: `
    CREATE TABLE proposal_anew (
      op_id uuid PRIMARY KEY,
      proposal uuid NOT NULL
    );
    CREATE INDEX proposal_anew_of ON proposal_anew (proposal);
  `,
} as const;
