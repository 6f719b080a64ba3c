/** How long somebody waits, rounded up to what she would count. */
export function waitWords(seconds: number): string {
  if (seconds <= 90) return `${seconds} seconde${seconds > 1 ? 's' : ''}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
