/** What the printed confirmation must reach. Never lowered to what was reached. */
export const PDF_GOALS: Readonly<Record<string, string>> = {
  'confirmation-two-pages-p50': '<= 10',
  'confirmation-two-pages-p95': '<= 50',
  'confirmation-sixty-fields-p50': '<= 10',
  'confirmation-sixty-fields-p95': '<= 50',
  'thousand-confirmations': '<= 20',
  'thousand-confirmations-memory-growth': '<= 64',
};
