/**
 * Whole days from a local date to another; 0 on the day itself. Both are dates of the académie, so that the answer does
 * not depend on the clock of the machine.
 */
export function daysBetween(today: string, closing: string): number {
  const dayMs = 24 * 60 * 60 * 1000;
  return Math.round(
    (Date.parse(`${closing.slice(0, 10)}T00:00:00Z`) - Date.parse(`${today.slice(0, 10)}T00:00:00Z`)) / dayMs,
  );
}

const YEAR_DAYS = 365;

/** Said on the home screen: the last days are when the queue is longest, and beyond a year nobody counts. */
export function daysLeftWords(days: number): string {
  if (days < 0) return 'passée';
  if (days === 0) return 'dernier jour';
  if (days > YEAR_DAYS) return 'plus d’un an';
  return days === 1 ? 'demain' : `${days} jours`;
}
