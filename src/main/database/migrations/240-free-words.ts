/**
 * Reasons and questions that clerks write in words of their own may tell of health: they are sealed with the rest. Those of before are by
 * the next clerk entitled to it who opens the base (`seal-base.ts`).
 */
export const freeWords = {
  number: 240,
  sql: 'UPDATE station SET health_sealed_at_ms = NULL;',
} as const;
