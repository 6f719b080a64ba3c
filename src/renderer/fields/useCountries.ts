import { useCommandQuery } from '../host/useCommandQuery.ts';
import type { Option } from '../ui/Select.tsx';

/** The countries this station knows, France first. */
export function useCountries(): readonly Option[] {
  const countries = useCommandQuery('reference.countries', {});
  return (countries.data ?? []).map(({ code, label }) => ({ value: code, label }));
}
