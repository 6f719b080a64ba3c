/** A key lasts a campaign (docs/adr/0020): after a year it is time for another. */
const KEY_LASTS_MS = 365 * 86_400_000;

export function isKeyOld(sinceMs: number, nowMs: number): boolean {
  return nowMs - sinceMs > KEY_LASTS_MS;
}
