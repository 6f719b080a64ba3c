import { countryName } from '#shared/fields/stringify.ts';
import type { Option } from '../ui/Select.tsx';

/** Codes that name a union, a reserve or a vanished State: nobody is born there today. */
const NOT_COUNTRIES = new Set(
  'AC AN BU CP CQ CS DD DG EA EU EZ FX IC NT QO SU TA TP UN XA XB YD YU ZR ZZ'.split(' '),
);

/** France first, then every country that the runtime can name in French, in French order. */
export const COUNTRIES: readonly Option[] = listCountries();

function listCountries(): Option[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !NOT_COUNTRIES.has(code))
    .map((value) => ({ value, label: countryName(value) }))
    .filter(({ value, label }) => label !== value)
    .sort((a, b) => (a.value === 'FR' ? -1 : b.value === 'FR' ? 1 : a.label.localeCompare(b.label, 'fr')));
}
