/**
 * What tells of health is sealed under a key of its own, which SQL cannot do: the first clerk entitled to it who opens the base does
 * (`seal-base.ts`). The reason for coming to the counter, which was kept in step by reading the answers, is written by whoever writes them.
 * `health_mark`: proves that the health key was sealed to this very key of hers by somebody who had it.
 */
export const healthKey = {
  number: 220,
  sql: `
    DROP TRIGGER registration_reason_kept;
    ALTER TABLE registration ADD COLUMN sealed_reason TEXT NOT NULL DEFAULT '';
    ALTER TABLE station ADD COLUMN health_check BLOB;
    ALTER TABLE station ADD COLUMN health_sealed_at_ms INTEGER;
    ALTER TABLE agent ADD COLUMN health_mark BLOB;
  `,
} as const;
