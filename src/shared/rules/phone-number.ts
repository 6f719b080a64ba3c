import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/**
 * Overseas numbers are dialled like those of the mainland but belong to another country code of the international plan
 * (Arcep's national numbering plan): fixed and mobile prefixes of each.
 */
const OVERSEAS: readonly (readonly [prefix: RegExp, country: CountryCode])[] = [
  [/^0(590|690|691)/, 'GP'],
  [/^0(594|694)/, 'GF'],
  [/^0(596|696|697)/, 'MQ'],
  [/^0(269|639)/, 'YT'],
  [/^0(262|692|693)/, 'RE'],
  [/^0(508|708)/, 'PM'],
];

/** Country codes whose numbers are dialled the French way: ten figures, the first a zero. */
const FRENCH_CODES = new Set(['33', '262', '508', '590', '594', '596']);

/**
 * In its international form (E.164, `+33600000001`), as it is stored; undefined when it cannot be one. Without `+` or `00`, it
 * is a French number as one dials it.
 */
export function phoneNumber(text: string): string | undefined {
  const dialled = text.trim().replace(/^00/, '+');
  const figures = dialled.replace(/\D/g, '');
  const country = OVERSEAS.find(([prefix]) => prefix.test(figures))?.[1] ?? 'FR';
  const parsed = parsePhoneNumberFromString(dialled, country);
  if (!parsed?.isPossible() || parsed.ext) return undefined;
  // The library also takes nine figures with their zero for a whole number.
  const isShort = FRENCH_CODES.has(parsed.countryCallingCode) && !/^[1-9]\d{8}$/.test(parsed.nationalNumber);
  return isShort ? undefined : parsed.number;
}

/** As people read it: `06 00 00 00 01` for France and overseas, `+32 2 000 00 00` elsewhere; what is not a number as it is. */
export function showPhoneNumber(text: string): string {
  const parsed = parsePhoneNumberFromString(text, 'FR');
  if (!parsed?.isPossible()) return text;
  return FRENCH_CODES.has(parsed.countryCallingCode) ? parsed.formatNational() : parsed.formatInternational();
}
