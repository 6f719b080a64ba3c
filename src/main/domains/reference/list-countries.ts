import type { Country } from '#shared/contract/reference.ts';
import { countryName } from '#shared/fields/stringify.ts';

/** Codes with the French names the runtime knows them by. */
export function listCountries(codes: readonly string[]): Country[] {
  return codes.map((code) => ({ code, label: countryName(code) }));
}

/** France first, which nearly everybody answers, then in French order. */
export function inReadingOrder(countries: readonly Country[]): Country[] {
  const collator = new Intl.Collator('fr');
  const rank = ({ code }: Country) => (code === 'FR' ? 0 : 1);
  return countries.toSorted((a, b) => rank(a) - rank(b) || collator.compare(a.label, b.label));
}
