import { countrySchema, type Country } from '#shared/contract/reference.ts';
import type { ImportRemark } from '#shared/contract/reference-import.ts';
import type { ImportedEntries } from './imported-list.ts';
import { readCsv } from './read-csv.ts';

export const COUNTRY_HEADERS = ['code', 'libellé'] as const;

/** Reads a list of countries: ISO 3166-1 code of two letters, French name. The last line of a code counts. */
export function readCountryList(text: string): ImportedEntries<Country> {
  const { rows, broken } = readCsv(text, COUNTRY_HEADERS);
  const entries = new Map<string, Country>();
  const merged: ImportRemark[] = [];
  const notUnderstood = [...broken];
  for (const { line, cell } of rows) {
    const parsed = countrySchema.safeParse({ code: cell('code').toUpperCase(), label: cell('libellé') });
    if (!parsed.success) {
      const message = `« ${cell('code')} ; ${cell('libellé')} » n’est pas un code de deux lettres et un nom`;
      notUnderstood.push({ line, message });
      continue;
    }
    const { code, label } = parsed.data;
    if (entries.has(code))
      merged.push({ line, message: `${code} est donné deux fois : « ${label} » est retenu` });
    entries.set(code, parsed.data);
  }
  return {
    rowCount: rows.length + broken.length,
    entries,
    otherDiplomas: [],
    merged,
    notUnderstood,
    remarks: [],
  };
}
