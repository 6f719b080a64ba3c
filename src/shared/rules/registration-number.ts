/**
 * Registration number `AA C SSSS NNNNNN KK`, 15 digits: exam year, exam class, station block, local counter, key.
 * Key: ISO 7064 MOD 97-10, which catches every single substitution, adjacent swap, jump swap and twin error.
 */
import { assertNever } from '../assert-never.ts';
import type { Exam } from '../contract/answers.ts';

export interface RegistrationNumberParts {
  /** Four digits, e.g. 2027. */
  examYear: number;
  examClass: number;
  /** Block of numbers that belongs to one station: "0000" to "9999". */
  block: string;
  /** From 1 to 999 999. */
  counter: number;
}

export function examClassOf(exam: Exam): number {
  switch (exam) {
    case 'bacPro':
      return 1;
    case 'bp':
      return 2;
    case 'cap':
      return 3;
    case 'mc':
    case 'cs':
      return 4;
    default:
      return assertNever(exam);
  }
}

/** Throws RangeError when a part does not fit its digits. */
export function formatRegistrationNumber(parts: RegistrationNumberParts): string {
  if (!/^\d{4}$/.test(parts.block)) throw new RangeError('block must be 4 digits');
  const year = parts.examYear % 100;
  const body = `${digits(year, 2)}${digits(parts.examClass, 1)}${parts.block}${digits(parts.counter, 6)}`;
  return body + mod97Key(body);
}

/** Undefined when it is not 15 digits with the right key. Spaces are allowed anywhere. */
export function parseRegistrationNumber(text: string): string | undefined {
  const compact = text.replace(/\s/g, '');
  return /^\d{15}$/.test(compact) && hasMod97Key(compact) ? compact : undefined;
}

/** `27 1 0421 000137 66` */
export function groupRegistrationNumber(number: string): string {
  return number.replace(/^(\d{2})(\d)(\d{4})(\d{6})(\d{2})$/, '$1 $2 $3 $4 $5');
}

/** The station block inside a number, to compare with the station that signed it. */
export function blockOf(number: string): string {
  return number.slice(3, 7);
}

/** Exam year inside a number, four digits. */
export function examYearOf(number: string): number {
  return 2000 + Number(number.slice(0, 2));
}

/** Candidate number `SSSS NNNNNN KK`, 12 digits: station block, local counter, key. Stable over sessions. */
export function formatCandidateNumber(block: string, counter: number): string {
  const body = `${block}${digits(counter, 6)}`;
  return body + mod97Key(body);
}

export function groupCandidateNumber(number: string): string {
  return number.replace(/^(\d{4})(\d{6})(\d{2})$/, '$1 $2 $3');
}

/** Version as printed: two digits at least, from 01. */
export function formatVersion(version: number): string {
  return String(version).padStart(2, '0');
}

/** The two digits that make `body + key` ≡ 1 (mod 97). */
export function mod97Key(body: string): string {
  return digits(98 - remainder97(`${body}00`), 2);
}

export function hasMod97Key(number: string): boolean {
  return remainder97(number) === 1 && Number(number.slice(-2)) >= 2;
}

function remainder97(text: string): number {
  let remainder = 0;
  for (const digit of text) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}

function digits(value: number, length: number): string {
  const text = String(value);
  if (!Number.isInteger(value) || value < 0 || text.length > length) {
    throw new RangeError(`${text} does not fit in ${length} digits`);
  }
  return text.padStart(length, '0');
}
