import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { assetPath } from '#main/asset-path.ts';
import type { Commune } from '#shared/contract/reference.ts';
import { foldForSearch } from '#shared/rules/fold.ts';
import { indexNames } from './name-index.ts';

export interface CommuneIndex {
  find(code: string): Commune | undefined;
  /** Those whose name, code or postcode begins with the query; the exact name first, then the most peopled. */
  search(query: string, limit: number): Commune[];
  /** Of every commune that a postcode serves: some postcodes cross a boundary. Empty for one that is not in the list. */
  departmentsOf(postcode: string): string[];
}

/**
 * Reads `communes.tsv.gz` (assets/reference/README.md): code, name, postcodes, commune it is part of, the most peopled
 * first. Lines stay text until they are asked for: the first search of the day must not be felt.
 */
export function openCommuneIndex(): CommuneIndex {
  const lines = gunzipSync(readFileSync(assetPath('reference/communes.tsv.gz')))
    .toString('utf8')
    .split('\n');
  const byCode = new Map<string, string>();
  for (const line of lines) {
    const code = line.slice(0, line.indexOf('\t'));
    // A former commune may share the code of the one that replaced it, and comes later: the one in force stays.
    if (!byCode.has(code)) byCode.set(code, line);
  }
  const names = indexNames(lines, (line) => line.slice(line.indexOf('\t') + 1).split('\t', 1)[0] ?? '');

  return {
    find(code) {
      const line = byCode.get(code);
      return line === undefined ? undefined : communeOfLine(line);
    },
    search(query, limit) {
      const start = foldForSearch(query).replace(/\bst(e?)\b/g, 'saint$1');
      if (start === '') return [];
      if (!/^\d/.test(start)) return names.startingWith(start).slice(0, limit).map(communeOfLine);
      return withNumber(lines, start.toUpperCase(), limit);
    },
    departmentsOf(postcode) {
      const served = lines.filter((line) => line.includes(postcode)).map(communeOfLine);
      const communes = served.filter(({ postcodes }) => postcodes.includes(postcode));
      return [...new Set(communes.map(({ department }) => department))];
    },
  };
}

function withNumber(lines: readonly string[], start: string, limit: number): Commune[] {
  const found: Commune[] = [];
  for (const line of lines) {
    if (found.length >= limit) break;
    if (!line.includes(start)) continue;
    const commune = communeOfLine(line);
    if ([commune.code, ...commune.postcodes].some((number) => number.startsWith(start))) found.push(commune);
  }
  return found;
}

function communeOfLine(line: string): Commune {
  const [code = '', name = '', postcodes = '', partOf = ''] = line.split('\t');
  return {
    code,
    name,
    department: code.slice(0, /^9[78]/.test(code) ? 3 : 2),
    postcodes: postcodes === '' ? [] : postcodes.split(' '),
    ...(partOf === '' ? {} : { partOf }),
  };
}
