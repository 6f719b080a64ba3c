import { counted } from './counted.ts';

/** How long somebody waits, rounded up to what she would count. */
export function waitWords(seconds: number): string {
  if (seconds <= 90) return counted(seconds, 'seconde');
  return `${Math.ceil(seconds / 60)} minutes`;
}
