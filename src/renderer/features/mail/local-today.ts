/** The station's own day, ISO: a base école may play another date. */
export function localToday(nowMs: number): string {
  return new Intl.DateTimeFormat('fr-CA').format(nowMs);
}
