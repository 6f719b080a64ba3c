import { createHash, randomBytes } from 'node:crypto';

/** No letter that is read as another or as a digit: what is printed is typed again by hand. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUP = 4;

/** Random letters and digits in groups of four, about 4.95 bits each. */
export function spokenKey(groups: number): string {
  return grouped(randomLetters(groups * GROUP));
}

/** The same, its last group a check, so that a slip of the hand is told from a wrong key. */
export function checkedKey(groups: number): string {
  const letters = randomLetters((groups - 1) * GROUP);
  return grouped(letters + checkOf(letters));
}

/** The letters of a checked key as somebody typed it, without its check; undefined when it is not one. */
export function readCheckedKey(typed: string): string | undefined {
  const letters = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const body = letters.slice(0, -GROUP);
  return body !== '' && letters === body + checkOf(body) ? body : undefined;
}

function randomLetters(count: number): string {
  let letters = '';
  while (letters.length < count) {
    // Bytes past the last whole multiple are thrown away: every letter is as likely.
    const fair = [...randomBytes(count)].filter((byte) => byte < 256 - (256 % ALPHABET.length));
    letters += fair.map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  }
  return letters.slice(0, count);
}

function checkOf(letters: string): string {
  const digest = createHash('sha256').update(letters).digest();
  return [...digest.subarray(0, GROUP)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

function grouped(letters: string): string {
  return (letters.match(/.{1,4}/g) ?? []).join('-');
}
