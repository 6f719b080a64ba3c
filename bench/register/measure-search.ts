import type { Figure } from '../figures.ts';
import { openDatabase } from '#main/database/open-database.ts';
import { foldForSearch } from '#shared/rules/fold.ts';
import { join } from 'node:path';
import { databaseKey, type BenchFolders, type BenchStation } from './bench-station.ts';
import type { InventedPerson } from './invented-people.ts';
import { p95Of, timed } from './timing.ts';

/** What a clerk may have typed so far to find somebody, by kind. */
const TYPED: Readonly<Record<string, (person: InventedPerson) => string[]>> = {
  'search-prefix-p95': ({ birthName }) =>
    [1, 2, 3, 4, 5, birthName.length].map((length) => birthName.slice(0, length)),
  'search-words-p95': ({ birthName, givenNames }) => [
    `${givenNames} ${birthName}`,
    `${givenNames.slice(0, 4)} ${birthName.slice(0, 3)}`,
  ],
  'search-typo-p95': ({ birthName, givenNames }) => [
    swapped(birthName),
    `${doubled(birthName)} ${givenNames}`,
    `${swapped(givenNames)} ${withoutOne(birthName)}`,
  ],
  'search-miss-p95': ({ birthName, givenNames }) => [`zz${birthName}`, `${givenNames} zzyzx`],
  'search-number-p95': ({ birthDate, email }) => [
    birthDate.split('-').reverse().join('/'),
    email,
    `27${birthDate.slice(2, 4)}0000${birthDate.slice(8)}`,
  ],
};

/** Search as one types, through the core like a window. Against: the naive way, a scan of every name, on the same base. */
export async function measureSearch(
  { call }: BenchStation,
  folders: BenchFolders,
  people: readonly InventedPerson[],
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, typedFor] of Object.entries(TYPED)) {
    const times: number[] = [];
    for (const query of people.flatMap(typedFor))
      times.push(await timed(() => call('registrations.search', { query })));
    figures.push(p95Of(name, times));
  }
  const naive = await measureNaiveScan(folders, people);
  return figures.map((figure) =>
    figure.name === 'search-words-p95' ? { ...figure, against: naive } : figure,
  );
}

async function measureNaiveScan(folders: BenchFolders, people: readonly InventedPerson[]) {
  const database = openDatabase(join(folders.data, 'guichet.db'), await databaseKey(folders));
  const times: number[] = [];
  for (const { birthName } of people.slice(0, 10)) {
    const scan = () =>
      database.all(
        'SELECT * FROM registration WHERE search_name LIKE ? ORDER BY search_name LIMIT 50',
        `%${foldForSearch(birthName)}%`,
      );
    times.push(await timed(() => Promise.resolve(scan())));
  }
  database.close();
  return { name: 'like-scan', value: p95Of('', times).value };
}

function swapped(word: string): string {
  const at = Math.floor(word.length / 2);
  return word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1);
}

function doubled(word: string): string {
  const at = Math.floor(word.length / 2);
  return word.slice(0, at) + word.charAt(at - 1) + word.slice(at);
}

function withoutOne(word: string): string {
  const at = Math.floor(word.length / 2);
  return word.slice(0, at) + word.slice(at + 1);
}
