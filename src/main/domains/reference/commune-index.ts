import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { assetPath } from '#main/asset-path.ts';
import type { Commune } from '#shared/contract/reference.ts';
import { foldForSearch } from '#shared/rules/fold.ts';

export interface CommuneIndex {
  find(code: string): Commune | undefined;
  /** Those whose name, code or postcode begins with the query; the exact name first, then the most peopled. */
  search(query: string, limit: number): Commune[];
}

/** Reads `communes.tsv.gz` (assets/reference/README.md): code, name, postcodes, commune it is part of; most peopled first. */
export function openCommuneIndex(): CommuneIndex {
  const communes = gunzipSync(readFileSync(assetPath('reference/communes.tsv.gz')))
    .toString('utf8')
    .split('\n')
    .map(communeOfLine);
  const byCode = new Map<string, Commune>();
  // A former commune may share the code of the one that replaced it and comes later: the one in force stays.
  for (const commune of communes) if (!byCode.has(commune.code)) byCode.set(commune.code, commune);
  let folded: string[] | undefined;

  return {
    find: (code) => byCode.get(code),
    search(query, limit) {
      const wanted = foldForSearch(query).replace(/\bst(e?)\b/g, 'saint$1');
      if (wanted === '') return [];
      if (/^\d/.test(wanted)) return firstOf(communes, limit, (commune) => hasNumber(commune, wanted.toUpperCase()));
      const names = (folded ??= communes.map(({ name }) => foldForSearch(name)));
      const exact = firstOf(communes, limit, (_commune, index) => names[index] === wanted);
      const longer = firstOf(communes, limit, (_commune, index) => names[index] !== wanted && startsWith(names[index], wanted));
      return [...exact, ...longer].slice(0, limit);
    },
  };
}

function communeOfLine(line: string): Commune {
  const [code = '', name = '', postcodes = '', partOf = ''] = line.split('\t');
  return {
    code,
    name,
    department: code.slice(0, code.startsWith('97') || code.startsWith('98') ? 3 : 2),
    postcodes: postcodes === '' ? [] : postcodes.split(' '),
    ...(partOf === '' ? {} : { partOf }),
  };
}

function hasNumber({ code, postcodes }: Commune, start: string): boolean {
  return code.startsWith(start) || postcodes.some((postcode) => postcode.startsWith(start));
}

function startsWith(name: string | undefined, start: string): boolean {
  return name !== undefined && name.startsWith(start);
}

/** Stops at the limit: a search on each keystroke must not walk the whole country. */
function firstOf(communes: readonly Commune[], limit: number, matches: (commune: Commune, index: number) => boolean): Commune[] {
  const found: Commune[] = [];
  for (const [index, commune] of communes.entries()) {
    if (found.length >= limit) break;
    if (matches(commune, index)) found.push(commune);
  }
  return found;
}
